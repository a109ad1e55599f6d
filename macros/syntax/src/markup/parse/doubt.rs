//! Text that Rust reads otherwise than its author meant it.

use proc_macro2::{LineColumn, Span};

use super::Parser;
use super::text::Run;
use crate::diagnostic::Diagnostic;

/// Something that Rust reads otherwise than the author meant it.
pub(super) struct Doubt {
    pub(super) span: Span,
    pub(super) message: &'static str,
    /// Where it is.
    pub(super) at: LineColumn,
    /// What a comment swallowed.
    pub(super) swallowed: String,
}

pub(super) const QUOTE: &str =
    "Rust reads `'` in bare text as the beginning of a lifetime or of a character";
pub(super) const SKIPPED: &str = "Rust can't read a character here";
pub(super) const COMMENT: &str = "`//` begins a Rust comment: the rest of the line is lost";
pub(super) const PREFIX: &str = "Rust reads a word with a sign glued to it as a prefix";
pub(super) const LETTER: &str = "Rust can't read this character in a word";

impl Parser {
    /// Reports what is doubtful in a text, once.
    pub(super) fn doubts(&mut self, run: &mut Run) {
        // One sentence for a text is enough; what a comment swallowed says the most.
        let doubts = std::mem::take(&mut run.doubts);
        let swallow = doubts.iter().find(|doubt| !doubt.swallowed.is_empty());
        let Some(doubt) = swallow.or(doubts.first()) else {
            return;
        };
        if run.comment {
            let mistake = Diagnostic::new(doubt.span, doubt.message);
            let help = "quote it, or write `{/* … */}` for a comment that is not printed";
            return self.report(mistake.help(help));
        }
        let end = if doubt.swallowed.is_empty() {
            run.end
        } else {
            doubt.at
        };
        let written = self
            .source
            .as_ref()
            .and_then(|source| source.between(run.start, end));
        let text = written.filter(|_| run.span.is_some()).unwrap_or(&run.value);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let swallowed = doubt
            .swallowed
            .split(['<', '{'])
            .next()
            .unwrap_or_default()
            .trim_end();
        let space = if swallowed.is_empty() || text.ends_with(':') || text.is_empty() {
            ""
        } else {
            " "
        };
        let help = format!(
            "quote this text: {}",
            quoted(&format!("{text}{space}{swallowed}"))
        );
        self.report(Diagnostic::new(doubt.span, doubt.message).help(help));
    }
}

/// A string with a word glued to its end.
pub(super) fn suffixed(span: Span) -> Diagnostic {
    Diagnostic::new(
        span,
        "a word is glued to the closing quote, and Rust reads it as a suffix of the string",
    )
    .help("put a space behind the quote")
}

/// A text as a literal that can be pasted.
pub(super) fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    let longest = text
        .split('"')
        .skip(1)
        .map(|part| part.bytes().take_while(|byte| *byte == b'#').count())
        .max();
    let hashes = "#".repeat(longest.unwrap_or(0) + 1);
    format!("r{hashes}\"{text}\"{hashes}")
}
