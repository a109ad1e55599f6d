//! Bare text: words out of tokens, and the spaces between them out of spans.
//!
//! JSX's rule: blanks within a line stay; a line break with the blanks around it is one space between words, and
//! nothing beside a tag or a brace.

use proc_macro2::{Delimiter, LineColumn, Literal, Punct, Span, TokenTree};

use super::Parser;
use super::doubt::{COMMENT, Doubt, LETTER, PREFIX, QUOTE, SKIPPED, suffixed};
use super::literal::{self, Kind};
use super::space::{self, Between};
use crate::diagnostic::Diagnostic;
use crate::markup::tree::Text;

/// What the last token was.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing: the template or its braces begin here.
    Border,
    /// A tag, a comment, braces.
    Markup,
    /// A word of text.
    Word,
}

/// Text that grows word by word, from one tag or brace to the next.
pub(super) struct Run {
    pub(super) value: String,
    pub(super) span: Option<(Span, Span)>,
    after: After,
    /// Where the last token ended.
    pub(super) end: LineColumn,
    /// Where the first word began.
    pub(super) start: LineColumn,
    /// `<pre>` and `<textarea>` keep their blanks.
    pub(super) verbatim: bool,
    /// `<!-- … -->`
    pub(super) comment: bool,
    pub(super) doubts: Vec<Doubt>,
}

impl Run {
    pub(super) fn new(verbatim: bool) -> Self {
        let start = LineColumn { line: 0, column: 0 };
        Self {
            value: String::new(),
            span: None,
            after: After::Border,
            end: start,
            start,
            verbatim,
            comment: false,
            doubts: Vec::new(),
        }
    }

    /// The content of a comment that begins at a place.
    pub(super) fn comment(start: LineColumn) -> Self {
        Self {
            after: After::Markup,
            end: start,
            start,
            comment: true,
            ..Self::new(true)
        }
    }

    /// Whether the last token was a word of text.
    pub(super) fn after_word(&self) -> bool {
        self.after == After::Word
    }

    /// Something that is no text ended here.
    pub(super) fn markup_ends(&mut self, end: LineColumn) {
        self.after = After::Markup;
        self.end = end;
    }

    fn push(&mut self, word: &str, span: Span, end: LineColumn) {
        self.value.push_str(word);
        self.span = Some((self.span.map_or(span, |(first, _)| first), span));
        self.after = After::Word;
        self.end = end;
    }

    fn doubt(&mut self, span: Span, message: &'static str) {
        self.doubts.push(Doubt {
            span,
            message,
            at: self.end,
            swallowed: String::new(),
        });
    }
}

/// The place of the character after a sign.
pub(super) fn behind(sign: LineColumn) -> LineColumn {
    LineColumn {
        line: sign.line,
        column: sign.column + 1,
    }
}

impl Parser {
    /// A token of text, brackets and braces apart.
    pub(super) fn word(&mut self, run: &mut Run, token: &TokenTree) {
        let span = token.span();
        match token {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                let start = self.gap(run, span);
                if !word.chars().all(|char| {
                    char.is_alphanumeric() || matches!(char, '_' | '#' | '\u{300}'..='\u{36f}')
                }) {
                    run.doubt(span, LETTER);
                }
                let end = ending(&word, start, span);
                run.push(&word, span, end);
            }
            TokenTree::Punct(punct) => self.sign(run, punct),
            TokenTree::Literal(literal) => self.literal(run, literal),
            TokenTree::Group(_) => {}
        }
    }

    /// A token of a comment, quotes and all.
    pub(super) fn written(&mut self, run: &mut Run, token: &TokenTree) {
        let start = self.gap(run, token.span());
        let source = token.to_string();
        let end = ending(&source, start, token.span());
        run.push(&source, token.span(), end);
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
        let start = self.gap(run, span);
        run.push(sign, span, behind(start));
    }

    /// A documentation comment, which Rust turns into tokens.
    pub(super) fn doc_comment(&mut self, run: &mut Run, span: Span) {
        self.gap(run, span);
        run.doubt(span, COMMENT);
        run.push("///", span, span.end());
    }

    fn sign(&mut self, run: &mut Run, punct: &Punct) {
        let (span, sign) = (punct.span(), punct.as_char());
        let (after, end) = (run.after, run.end);
        let start = self.gap(run, span);
        if sign == '\'' {
            run.doubt(span, QUOTE);
        } else if sign == '#'
            && after == After::Word
            && end == start
            && run.value.ends_with(char::is_alphabetic)
        {
            run.doubt(span, PREFIX);
        } else if let Some(source) = &self.source
            && let Some(there) = source.after(start).and_then(|text| text.chars().next())
            && !there.is_ascii()
        {
            // The compiler reads some look-alikes, such as a dash, as the ASCII sign.
            run.doubt(span, SKIPPED);
        }
        run.push(sign.encode_utf8(&mut [0; 4]), span, behind(start));
    }

    fn literal(&mut self, run: &mut Run, literal: &Literal) {
        let span = literal.span();
        let start = self.gap(run, span);
        let source = literal.to_string();
        let end = ending(&source, start, span);
        match literal::kind(literal) {
            Kind::Text(text) => run.push(&text, span, end),
            Kind::Number(number) => run.push(&number, span, end),
            Kind::Char => {
                run.doubt(span, QUOTE);
                run.push(&source, span, end);
            }
            Kind::Suffixed(text, suffix) => {
                self.report(suffixed(span));
                run.push(&format!("{text} {suffix}"), span, end);
            }
            Kind::Bytes => {
                run.push("", span, end);
                let mistake =
                    Diagnostic::new(span, "text in markup is a plain string, without a prefix");
                self.report(
                    mistake.help("write `\"…\"`, or `r#\"…\"#` for a text with quotes in it"),
                );
            }
        }
    }

    /// Adds the blanks before a token, and says where that begins.
    fn gap(&mut self, run: &mut Run, span: Span) -> LineColumn {
        let start = span.start();
        self.blanks(run, start, true, span);
        if run.span.is_none() {
            run.start = start;
        }
        start
    }

    fn blanks(&mut self, run: &mut Run, start: LineColumn, word: bool, span: Span) {
        if run.end == start || (run.after == After::Border && self.source.is_none()) {
            return;
        }
        let between = match self.source.as_ref().filter(|_| run.end.line > 0) {
            Some(source) => source
                .between(run.end, start)
                .map_or(space::by_place(run.end, start), Between::read),
            None => space::by_place(run.end, start),
        };
        let spot = run.span.map_or(span, |(_, last)| last);
        if between.foreign {
            run.doubt(spot, SKIPPED);
        }
        if let Some(comment) = &between.swallowed
            && (run.after == After::Word || (run.after == After::Markup && comment.contains('<')))
        {
            run.doubts.push(Doubt {
                span: spot,
                message: COMMENT,
                at: run.end,
                swallowed: comment.clone(),
            });
        }
        let joins = word && run.after == After::Word;
        match run.after {
            After::Border => {}
            _ if run.verbatim || !between.line_break => run.value.push_str(&between.blanks),
            _ if joins => run.value.push(' '),
            _ => {}
        }
    }

    /// Ends the text before a token that is none; `None` stands for the end of the template or its braces.
    pub(super) fn text_ends(&mut self, run: &mut Run, next: Option<Span>) -> Option<Text> {
        if let Some(span) = next {
            self.blanks(run, span.start(), false, span);
        }
        if !run.doubts.is_empty() {
            self.doubts(run);
        }
        let value = std::mem::take(&mut run.value);
        let span = run.span.take().or(next.map(|next| (next, next)));
        let (start, end) = span.filter(|_| !value.is_empty())?;
        Some(Text { value, start, end })
    }
}

/// Where a token ends that begins at `start`.
fn ending(source: &str, start: LineColumn, span: Span) -> LineColumn {
    if source.is_ascii() && !source.contains('\n') {
        LineColumn {
            line: start.line,
            column: start.column + source.len(),
        }
    } else {
        span.end()
    }
}
