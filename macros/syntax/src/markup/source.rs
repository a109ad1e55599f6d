//! The source text of the macro's call: what Rust's lexer drops (blanks, comments, what it can't read) stands here.

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
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// Whether columns are bytes.
    ascii: bool,
    start: LineColumn,
}

impl Source {
    /// The text of a call that begins at `start` (lines count from 1, columns from 0 and in characters, as
    /// [`proc_macro2::Span::start`] has them).
    pub fn new(text: impl Into<String>, start: LineColumn) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        let ascii = text.is_ascii();
        Self {
            text,
            lines,
            ascii,
            start,
        }
    }

    /// What stands between two places, if both are in this text and in this order.
    pub fn between(&self, from: LineColumn, to: LineColumn) -> Option<&str> {
        self.text.get(self.offset(from)?..self.offset(to)?)
    }

    /// What follows a place, to the end of the text.
    pub fn after(&self, place: LineColumn) -> Option<&str> {
        self.text.get(self.offset(place)?..)
    }

    fn offset(&self, place: LineColumn) -> Option<usize> {
        let line = place.line.checked_sub(self.start.line)?;
        let column = if line == 0 {
            place.column.checked_sub(self.start.column)?
        } else {
            place.column
        };
        let start = *self.lines.get(line)?;
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end)?;
        if self.ascii {
            return (column <= text.len()).then_some(start + column);
        }
        let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        ends.nth(column).map(|at| start + at)
    }
}
