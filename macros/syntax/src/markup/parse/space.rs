//! What stands between two tokens: blanks, and comments that are none in HTML.

use proc_macro2::LineColumn;

/// What was found between two tokens.
#[derive(Default)]
pub(super) struct Between {
    /// The blanks, comments taken out.
    pub(super) blanks: String,
    /// Whether there is a line break among them.
    pub(super) line_break: bool,
    /// A `//` comment that begins on the first line, as written.
    pub(super) swallowed: Option<String>,
    /// Whether something is there that Rust's lexer dropped as unreadable.
    pub(super) foreign: bool,
}

impl Between {
    /// Reads the source text between two tokens.
    pub(super) fn read(text: &str) -> Self {
        let mut between = Self::default();
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            if rest.starts_with("//") {
                let end = rest.find('\n').unwrap_or(rest.len());
                if !between.line_break {
                    between.swallowed = Some(rest[..end].to_owned());
                }
                rest = &rest[end..];
            } else if rest.starts_with("/*") {
                rest = &rest[block(rest)..];
            } else {
                if char.is_whitespace() {
                    between.blanks.push(char);
                    between.line_break |= char == '\n';
                } else {
                    between.foreign = true;
                }
                rest = &rest[char.len_utf8()..];
            }
        }
        between
    }
}

/// The length of a block comment; they nest.
fn block(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    // An unclosed one can't pass the lexer; the slice must stay on a character in any case.
    (at..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

/// What spans alone tell.
pub(super) fn by_place(from: LineColumn, to: LineColumn) -> Between {
    let mut between = Between::default();
    if to.line > from.line {
        between.line_break = true;
        between.blanks = "\n".repeat(to.line - from.line) + &" ".repeat(to.column);
    } else if to.line == from.line && to.column > from.column {
        between.blanks = " ".repeat(to.column - from.column);
    } else if to != from {
        // Tokens that another macro put together: their places say nothing.
        between.line_break = true;
        between.blanks = " ".to_owned();
    }
    between
}
