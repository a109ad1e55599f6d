//! Text that grows word by word, from one tag or brace to the next.

use proc_macro2::{LineColumn, Span};

use super::doubt::Doubt;
use super::spot::Spot;

/// What the last token was.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing: the template or its braces begin here.
    Border,
    /// A tag, a comment, braces.
    Markup,
    /// A word of text.
    Word,
    /// A word of letters.
    Name,
}

/// The text so far.
pub(super) struct Run {
    pub(super) value: String,
    /// Its first and its last token.
    pub(super) span: Option<(Span, Span)>,
    pub(super) after: After,
    /// Where the last token ended.
    pub(super) end: Spot,
    /// Where the first word began.
    pub(super) start: Spot,
    /// `<pre>` and `<textarea>` keep their blanks.
    pub(super) verbatim: bool,
    /// The opening tag of one of those stands right before: HTML drops a line break there.
    pub(super) opened: bool,
    /// `<!-- … -->`
    pub(super) comment: bool,
    pub(super) doubts: Vec<Doubt>,
    /// The names of closing tags that a `//` swallowed.
    pub(super) lost: Vec<String>,
}

impl Run {
    /// No text yet, at the beginning of a template or its braces.
    pub(super) fn new(verbatim: bool) -> Self {
        let nowhere = Spot::Place(LineColumn { line: 0, column: 0 });
        Self {
            value: String::new(),
            span: None,
            after: After::Border,
            end: nowhere,
            start: nowhere,
            verbatim,
            opened: false,
            comment: false,
            doubts: Vec::new(),
            lost: Vec::new(),
        }
    }

    /// The content of a comment that begins at a spot.
    pub(super) fn comment(start: Spot) -> Self {
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
        matches!(self.after, After::Word | After::Name)
    }

    /// Something that is no text ended here.
    pub(super) fn markup_ends(&mut self, end: Spot) {
        self.after = After::Markup;
        self.end = end;
    }

    /// Whether the closing tag of this name was swallowed: that was reported.
    pub(super) fn lost(&mut self, name: &str) -> bool {
        let at = self.lost.iter().position(|lost| lost == name);
        at.map(|at| self.lost.remove(at)).is_some()
    }

    /// Adds a word.
    pub(super) fn push(&mut self, word: &str, span: Span, end: Spot) {
        self.value.push_str(word);
        self.span = Some((self.span.map_or(span, |(first, _)| first), span));
        self.after = After::Word;
        self.end = end;
    }

    /// Notes a doubt about the text between two spots.
    pub(super) fn doubt(&mut self, span: Span, message: impl Into<String>, from: Spot, to: Spot) {
        let swallowed = String::new();
        self.doubts.push(Doubt {
            span,
            message: message.into(),
            from,
            to,
            swallowed,
        });
    }
}
