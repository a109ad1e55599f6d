//! The source text of the macro's call: what Rust's lexer drops (blanks, comments, what it can't read) stands here.

use std::cell::OnceCell;

use proc_macro2::LineColumn;

/// The raw text of a macro's call, with the place where it begins.
///
/// Spans say where a token stands; only the text says what stands between two of them.
///
/// ```
/// use isle_syntax::markup::Source;
/// use proc_macro2::LineColumn;
///
/// let source = Source::new("a // b\n  c", LineColumn { line: 10, column: 4 });
/// let (end, start) = (LineColumn { line: 10, column: 5 }, LineColumn { line: 11, column: 2 });
/// assert_eq!(source.between(end, start), Some(" // b\n  "));
/// ```
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    start: LineColumn,
    /// Where each line begins, in bytes.
    lines: OnceCell<Vec<usize>>,
    /// Whether columns are bytes.
    ascii: bool,
}

impl Source {
    /// The text of a call that begins at `start` (lines count from 1, columns from 0 and in characters, as
    /// [`proc_macro2::Span::start`] has them).
    pub fn new(text: impl Into<String>, start: LineColumn) -> Self {
        let text = text.into();
        let ascii = text.is_ascii();
        Self {
            text,
            start,
            lines: OnceCell::new(),
            ascii,
        }
    }

    /// What stands between two places, if both are in this text and in this order.
    pub fn between(&self, from: LineColumn, to: LineColumn) -> Option<&str> {
        self.text.get(self.offset(from)?..self.offset(to)?)
    }

    /// All of the text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a place is in the text, in bytes.
    pub(crate) fn offset(&self, place: LineColumn) -> Option<usize> {
        let line = place.line.checked_sub(self.start.line)?;
        let column = match line {
            0 => place.column.checked_sub(self.start.column)?,
            _ => place.column,
        };
        let lines = self.lines.get_or_init(|| self.line_starts());
        let start = *lines.get(line)?;
        let end = lines.get(line + 1).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end)?;
        if self.ascii {
            return (column <= text.len()).then_some(start + column);
        }
        let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        ends.nth(column).map(|at| start + at)
    }

    fn line_starts(&self) -> Vec<usize> {
        let mut starts = vec![0];
        let mut at = 0;
        while let Some(length) = self.text[at..].find('\n') {
            at += length + 1;
            starts.push(at);
        }
        starts
    }
}
