//! Text that Rust reads otherwise than its author meant it.

use proc_macro2::Span;

use super::Parser;
use super::run::Run;
use super::spot::Spot;
use crate::diagnostic::Diagnostic;

/// Something that Rust reads otherwise than the author meant it.
pub(super) struct Doubt {
    pub(super) span: Span,
    pub(super) message: String,
    /// Where it begins.
    pub(super) from: Spot,
    /// Where it ends.
    pub(super) to: Spot,
    /// What a comment swallowed.
    pub(super) swallowed: String,
}

pub(super) const QUOTE: &str =
    "Rust reads `'` in bare text as the beginning of a lifetime or of a character";
pub(super) const COMMENT: &str = "`//` begins a Rust comment: the rest of the line is lost";
pub(super) const PREFIX: &str = "Rust reads a word with a sign glued to it as a prefix";
pub(super) const LETTER: &str = "Rust can't read this character in a word";

/// A character that the lexer drops, or takes for another.
pub(super) fn unreadable(char: char) -> String {
    format!("Rust can't read `{char}` outside of quotes")
}

impl Parser {
    /// Reports what is doubtful in a text, once.
    pub(super) fn doubts(&mut self, run: &mut Run) {
        // One sentence for a text is enough; what a comment swallowed says the most.
        let doubts = std::mem::take(&mut run.doubts);
        let swallow = doubts.iter().position(|doubt| !doubt.swallowed.is_empty());
        let (from, to) = doubts
            .iter()
            .fold((run.start, run.end), |(from, to), doubt| {
                (first(from, doubt.from), last(to, doubt.to))
            });
        let Some(doubt) = doubts.into_iter().nth(swallow.unwrap_or(0)) else {
            return;
        };
        let closing = doubt.swallowed.split("</").skip(1);
        run.lost.extend(closing.map(|tag| {
            let end = tag.find(|char: char| char == '>' || char.is_whitespace());
            tag[..end.unwrap_or(tag.len())].to_owned()
        }));
        let help = match run.comment {
            true => "quote it, or write `{/* … */}` for a comment that is not printed".to_owned(),
            false => {
                let (from, to) = match run.span {
                    None => (doubt.from, doubt.to),
                    Some(_) if swallow.is_some() => (run.start, doubt.from),
                    Some(_) => (from, to),
                };
                let text = self.written(from, to).unwrap_or(&run.value);
                format!(
                    "quote this text: {}",
                    quoted(&meant(text, &doubt.swallowed))
                )
            }
        };
        self.report(Diagnostic::new(doubt.span, doubt.message).help(help));
    }
}

/// A text as its author meant it, with what a comment swallowed.
fn meant(text: &str, swallowed: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let swallowed = swallowed.split(['<', '{']).next().unwrap_or_default();
    let glued = swallowed.is_empty() || text.ends_with(':') || text.is_empty();
    let space = if glued { "" } else { " " };
    format!("{text}{space}{}", swallowed.trim_end())
}

fn first(a: Spot, b: Spot) -> Spot {
    match (a, b) {
        (Spot::At(a), Spot::At(b)) => Spot::At(a.min(b)),
        _ => a,
    }
}

fn last(a: Spot, b: Spot) -> Spot {
    match (a, b) {
        (Spot::At(a), Spot::At(b)) => Spot::At(a.max(b)),
        _ => a,
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
