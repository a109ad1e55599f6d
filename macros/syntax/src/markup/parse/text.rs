//! Bare text: words out of tokens, and the spaces between them.
//!
//! JSX's rule: blanks within a line stay; a line break with the blanks around it is one space between words, and
//! nothing beside a tag or a brace.

use proc_macro2::{Delimiter, Literal, Punct, Span, TokenTree};

use super::Parser;
use super::doubt::{COMMENT, Doubt, LETTER, PREFIX, QUOTE, suffixed, unreadable};
use super::literal::{self, Kind};
use super::run::{After, Run};
use super::spot::Spot;
use crate::diagnostic::Diagnostic;
use crate::markup::table;
use crate::markup::tree::Text;

impl Parser {
    /// A token of text, brackets and braces apart.
    pub(super) fn word(&mut self, run: &mut Run, token: &TokenTree) {
        match token {
            TokenTree::Ident(ident) => {
                let (word, span) = (ident.to_string(), ident.span());
                let start = self.gap(run, &word, span);
                let end = self.behind(start, &word, span);
                if !word.is_ascii() && !word.chars().all(is_letter) {
                    run.doubt(span, LETTER, start, end);
                }
                run.push(&word, span, end);
                run.after = After::Name;
            }
            TokenTree::Punct(punct) => self.sign(run, punct),
            TokenTree::Literal(literal) => self.literal(run, literal),
            TokenTree::Group(_) => {}
        }
    }

    /// A token of a comment, quotes and all.
    pub(super) fn comment_word(&mut self, run: &mut Run, token: &TokenTree) {
        let (word, span) = (token.to_string(), token.span());
        let start = self.gap(run, &word, span);
        let end = self.behind(start, &word, span);
        run.push(&word, span, end);
    }

    /// The bracket that opens or closes a group within text.
    pub(super) fn bracket(&mut self, run: &mut Run, delimiter: Delimiter, span: Span, opens: bool) {
        let sign = match (delimiter, opens) {
            (Delimiter::Parenthesis, true) => "(",
            (Delimiter::Parenthesis, false) => ")",
            (Delimiter::Bracket, true) => "[",
            (Delimiter::Bracket, false) => "]",
            _ => return,
        };
        let start = self.gap(run, sign, span);
        let end = self.behind(start, sign, span);
        run.push(sign, span, end);
    }

    /// A documentation comment, which Rust turns into tokens.
    pub(super) fn doc_comment(&mut self, run: &mut Run, span: Span) {
        let start = self.begin(span);
        run.doubt(span, COMMENT, start, Spot::Behind(span));
        run.push("///", span, Spot::Behind(span));
    }

    fn sign(&mut self, run: &mut Run, punct: &Punct) {
        let (span, sign, after) = (punct.span(), punct.as_char(), run.after);
        let (mut buffer, length) = ([0; 4], run.value.len());
        let word = sign.encode_utf8(&mut buffer);
        let start = self.gap(run, word, span);
        let end = self.behind(start, word, span);
        if sign == '\'' {
            run.doubt(span, QUOTE, start, end);
        } else if sign == '#' && after == After::Name && run.value.len() == length {
            run.doubt(span, PREFIX, start, end);
        } else if let Spot::Behind(_) = end
            && let Some(there) = self.rest(start).and_then(|rest| rest.chars().next())
            && !there.is_ascii()
        {
            // The compiler reads some look-alikes, such as a dash, as the ASCII sign.
            run.doubt(span, unreadable(there), start, end);
        }
        let before = run.span.map_or(span, |(_, last)| last);
        run.push(word, span, end);
        if sign == ';'
            && let Some(at) = run.value.rfind('&')
        {
            self.references(&run.value[at..], before, span);
        }
    }

    /// Refuses what looks like a character reference in a text and is none.
    fn references(&mut self, text: &str, start: Span, end: Span) {
        if let Some(mistake) = table::first_mistaken(text) {
            let diagnostic = Diagnostic::between(start, end, mistake.message());
            self.report(diagnostic.help(mistake.help()));
        }
    }

    fn literal(&mut self, run: &mut Run, literal: &Literal) {
        let (span, written, after) = (literal.span(), literal.to_string(), run.after);
        let length = run.value.len();
        let start = self.gap(run, &written, span);
        let end = self.behind(start, &written, span);
        if after == After::Name && run.value.len() == length && written.starts_with('"') {
            run.doubt(span, PREFIX, start, end);
        }
        match literal::kind(&written) {
            Kind::Text(text) => {
                self.references(&text, span, span);
                run.push(&text, span, end);
            }
            Kind::Number => run.push(&written, span, end),
            Kind::Char => {
                run.doubt(span, QUOTE, start, end);
                run.push(&written, span, end);
            }
            Kind::Suffixed(text, suffix) => {
                self.report(suffixed(span));
                run.push(&format!("{text} {suffix}"), span, end);
            }
            Kind::Bytes => {
                run.push("", span, end);
                let message = "text in markup is a plain string, without a prefix";
                let help = "write `\"…\"`, or `r#\"…\"#` for a text with quotes in it";
                self.report(Diagnostic::new(span, message).help(help));
            }
        }
    }

    /// Adds the blanks before a word, and says where it begins.
    fn gap(&self, run: &mut Run, word: &str, span: Span) -> Spot {
        let start = self.blanks(run, word.chars().next().unwrap_or(' '), true, span);
        if run.span.is_none() {
            run.start = start;
        }
        start
    }

    /// Adds the blanks before a token that begins with `first`, and says where it begins.
    fn blanks(&self, run: &mut Run, first: char, word: bool, span: Span) -> Spot {
        let opened = std::mem::take(&mut run.opened);
        if run.after == After::Border {
            return self.begin(span);
        }
        let (between, start) = self.between(run.end, first, span);
        let last = run.span.map_or(span, |(_, last)| last);
        if let Some(char) = between.foreign {
            run.doubt(last, unreadable(char), run.end, start);
        }
        if let Some(comment) = between.swallowed
            && (run.after_word() || comment.contains('<'))
        {
            let (from, swallowed) = (run.end, comment.to_owned());
            run.doubts.push(Doubt {
                span: last,
                message: COMMENT.to_owned(),
                from,
                to: from,
                swallowed,
            });
        }
        if run.verbatim || !between.line_break {
            let blanks = &between.blanks;
            let dropped = opened && run.verbatim && blanks.starts_with('\n');
            run.value.push_str(&blanks[usize::from(dropped)..]);
        } else if word && run.after_word() {
            run.value.push(' ');
        }
        start
    }

    /// Ends the text before a token that is none of it and begins with `first`, and says where that stands.
    pub(super) fn text_ends(
        &mut self,
        run: &mut Run,
        first: char,
        next: Span,
    ) -> (Option<Text>, Spot) {
        let start = self.blanks(run, first, false, next);
        (self.text(run, Some(next)), start)
    }

    /// The text so far.
    pub(super) fn text(&mut self, run: &mut Run, next: Option<Span>) -> Option<Text> {
        if !run.doubts.is_empty() {
            self.doubts(run);
        }
        if run.value.is_empty() {
            run.span = None;
            return None;
        }
        let value = std::mem::take(&mut run.value);
        let (start, end) = run.span.take().or(next.map(|next| (next, next)))?;
        Some(Text { value, start, end })
    }
}

/// Whether a character is one of a Rust name, accents that stand alone included.
fn is_letter(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '#' | '\u{300}'..='\u{36f}')
}
