//! The text of a pattern: its escapes, and what it must not hold.

use std::ops::Range;

use super::parse::Source;
use super::{PatternError, Problem, name};

impl Source<'_> {
    /// The character that stands at the beginning of `range`, and how many bytes spell it.
    pub(super) fn literal(
        self,
        next: char,
        range: Range<usize>,
    ) -> Result<(char, usize), PatternError> {
        let here = range.start..range.start + next.len_utf8();
        let problem = match next {
            '%' => return self.escape(range),
            ']' => Problem::Unopened,
            '{' | '}' => Problem::Brace(next),
            '?' => Problem::Query,
            '#' => Problem::Fragment,
            '\\' => return Err(self.error(Problem::Backslash, here, Some("/"))),
            _ if next.is_control() => {
                return Err(self.error(Problem::Control(next), here, Some("")));
            }
            _ => return Ok((next, next.len_utf8())),
        };
        Err(match problem {
            // All that follows belongs to the query or the fragment.
            Problem::Query | Problem::Fragment => {
                self.error(problem, here.start..self.text.len(), Some(""))
            }
            _ => self.error(problem, here, None),
        })
    }

    fn escape(self, range: Range<usize>) -> Result<(char, usize), PatternError> {
        let text = &self.text[range.clone()];
        let mut bytes = Vec::new();
        while let Some(byte) = escaped(&text[bytes.len() * 3..]) {
            bytes.push(byte);
        }
        match bytes.first() {
            None => Err(self.error(Problem::Percent, range.start..range.start + 1, Some("%25"))),
            Some(byte) if b"[]?#{}%".contains(byte) => Ok((char::from(*byte), 3)),
            Some(b'/') => {
                Err(self.error(Problem::EncodedSlash, range.start..range.start + 3, None))
            }
            Some(_) => {
                let run = range.start..range.start + bytes.len() * 3;
                let meant = String::from_utf8(bytes).ok().filter(|plain| {
                    !plain.contains(|c: char| c.is_control() || "[]?#{}%/\\".contains(c))
                });
                let found = self.text[run.clone()].to_owned();
                Err(self.error(Problem::Escape(found), run, meant.as_deref()))
            }
        }
    }

    /// Finds params as other frameworks write them: `{id}` and `{*path}` (axum), `:id` and `*path` (older axum,
    /// Express), `<id>` and `<path..>` (Rocket).
    pub(super) fn refuse_other_spelling(self, range: Range<usize>) -> Result<(), PatternError> {
        let text = &self.text[range.clone()];
        let braced = text
            .find('{')
            .and_then(|open| Some((open, open + text[open..].find('}')?)));
        let (found, inner) = if let Some((open, close)) = braced {
            (open..close + 1, &text[open + 1..close])
        } else if let Some(inner) = text
            .strip_prefix('<')
            .and_then(|text| text.strip_suffix('>'))
        {
            (0..text.len(), inner)
        } else if let Some(inner) = text
            .strip_prefix(':')
            .filter(|inner| name::is_good(inner.trim_end_matches(['?', '*', '+'])))
        {
            (0..text.len(), inner)
        } else if let Some(inner) = text
            .strip_prefix('*')
            .filter(|inner| inner.is_empty() || name::is_good(inner))
        {
            (0..text.len(), if inner.is_empty() { "*path" } else { text })
        } else {
            return Ok(());
        };
        let rest = inner.starts_with('*')
            || inner.ends_with(['*', '+'])
            || inner.starts_with("..")
            || inner.ends_with("..");
        let bare = inner.trim_matches(['*', '+', '.']);
        let meant = format!("[{}{}]", if rest { "..." } else { "" }, name::nearest(bare));
        let problem = Problem::OtherSpelling(text[found.clone()].to_owned());
        Err(self.error(
            problem,
            range.start + found.start..range.start + found.end,
            Some(&meant),
        ))
    }
}

/// The byte that an escape at the beginning of `text` stands for.
fn escaped(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    // Not `from_str_radix` alone, which takes a sign.
    digits
        .bytes()
        .all(|digit| digit.is_ascii_hexdigit())
        .then(|| u8::from_str_radix(digits, 16).ok())?
}
