//! What stands between two tokens: blanks, and comments that are none in HTML.

use std::borrow::Cow;

use proc_macro2::LineColumn;

use super::skim;

/// What was found between two tokens.
#[derive(Default)]
pub(super) struct Between<'s> {
    /// The blanks, comments taken out.
    pub(super) blanks: Cow<'s, str>,
    /// Whether there is a line break among them.
    pub(super) line_break: bool,
    /// A `//` comment that begins on the first line, as written.
    pub(super) swallowed: Option<&'s str>,
    /// What Rust's lexer dropped as unreadable.
    pub(super) foreign: Option<char>,
}

impl<'s> Between<'s> {
    /// Reads up to a token that begins with `first`, and says where that stands; `None` if something else stands
    /// there.
    pub(super) fn up_to(text: &'s str, from: usize, first: char) -> Option<(Self, usize)> {
        let mut between = Self::default();
        let end = between.read(text, from, text.len());
        text.get(end..)?
            .starts_with(first)
            .then_some((between, end))
    }

    /// Reads all that stands between two places.
    pub(super) fn all(text: &'s str, from: usize, to: usize) -> Self {
        let mut between = Self::default();
        let mut at = from;
        loop {
            at = between.read(text, at, to);
            let Some(char) = text.get(at..to).and_then(|rest| rest.chars().next()) else {
                return between;
            };
            between.foreign.get_or_insert(char);
            at += char.len_utf8();
        }
    }

    /// Reads blanks and comments, and says where they end.
    fn read(&mut self, text: &'s str, from: usize, to: usize) -> usize {
        let (bytes, mut start, mut at) = (text.as_bytes(), from, from);
        while at < to {
            match bytes[at] {
                b' ' | b'\t' | b'\r' => at += 1,
                b'\n' => (self.line_break, at) = (true, at + 1),
                b'/' if matches!(bytes.get(at + 1), Some(b'/' | b'*')) => {
                    let end = skim::comment(bytes, at).min(to);
                    if bytes[at + 1] == b'/' && !self.line_break {
                        self.swallowed = text.get(at..end);
                    }
                    self.blank(&text[start..at]);
                    (start, at) = (end, end);
                }
                0x80.. => match text[at..].chars().next() {
                    Some(char) if char.is_whitespace() => at += char.len_utf8(),
                    _ => break,
                },
                _ => break,
            }
        }
        self.blank(&text[start..at]);
        at
    }

    fn blank(&mut self, blanks: &'s str) {
        if self.blanks.is_empty() {
            self.blanks = Cow::Borrowed(blanks);
        } else if !blanks.is_empty() {
            self.blanks.to_mut().push_str(blanks);
        }
    }
}

/// What spans alone tell.
pub(super) fn by_place(from: LineColumn, to: LineColumn) -> Between<'static> {
    let (line_break, blanks) = match to.line.checked_sub(from.line) {
        Some(0) if to.column >= from.column => (false, " ".repeat(to.column - from.column)),
        Some(lines @ 1..) => (true, "\n".repeat(lines) + &" ".repeat(to.column)),
        // Tokens that another macro put together: their places say nothing.
        _ => (true, " ".to_owned()),
    };
    Between {
        blanks: blanks.into(),
        line_break,
        ..Between::default()
    }
}
