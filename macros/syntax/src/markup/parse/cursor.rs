//! Walking tokens. Brackets in text are walked through, so that a tag may open inside them and close outside.

use std::borrow::Cow;

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

/// A place in a list of tokens, and in the lists around it whose brackets are read as text.
pub(super) struct Cursor<'t> {
    level: Level<'t>,
    outer: Vec<Level<'t>>,
}

struct Level<'t> {
    tokens: Cow<'t, [TokenTree]>,
    at: usize,
    /// The brackets that it stands in.
    bracket: Option<(Delimiter, Span)>,
}

impl<'t> Cursor<'t> {
    /// The beginning of a list of tokens.
    pub(super) fn new(tokens: impl Into<Cow<'t, [TokenTree]>>) -> Self {
        Self {
            level: Level {
                tokens: tokens.into(),
                at: 0,
                bracket: None,
            },
            outer: Vec::new(),
        }
    }

    /// How many tokens of the outermost list are behind.
    pub(super) fn consumed(&self) -> usize {
        self.outer.first().unwrap_or(&self.level).at
    }

    /// A token ahead, if the brackets around hold one.
    pub(super) fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.level.tokens.get(self.level.at + ahead)
    }

    /// The tokens ahead, in the same brackets.
    pub(super) fn rest(&self) -> &[TokenTree] {
        self.level.tokens.get(self.level.at..).unwrap_or_default()
    }

    /// The last token that was skipped, in the same brackets.
    pub(super) fn last(&self) -> Option<&TokenTree> {
        self.level
            .at
            .checked_sub(1)
            .and_then(|at| self.level.tokens.get(at))
    }

    /// Moves on.
    pub(super) fn skip(&mut self, count: usize) {
        self.level.at = (self.level.at + count).min(self.level.tokens.len());
    }

    /// Moves on into brackets, which count as text.
    pub(super) fn enter(&mut self, group: &Group) {
        self.skip(1);
        let bracket = Some((group.delimiter(), group.span_close()));
        let level = Level {
            tokens: Cow::Owned(trees(group.stream())),
            at: 0,
            bracket,
        };
        self.outer.push(std::mem::replace(&mut self.level, level));
    }

    /// Leaves brackets at their end.
    pub(super) fn leave(&mut self) -> Option<(Delimiter, Span)> {
        let outer = self.outer.pop()?;
        std::mem::replace(&mut self.level, outer).bracket
    }

    /// How many brackets are around.
    pub(super) fn brackets(&self) -> usize {
        self.outer.len()
    }

    /// Whether a token ahead is this sign.
    pub(super) fn is(&self, ahead: usize, sign: char) -> bool {
        is_punct(self.peek(ahead), sign)
    }

    /// The identifier ahead.
    pub(super) fn ident(&self, ahead: usize) -> Option<&Ident> {
        match self.peek(ahead) {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    /// The place of a token ahead, or of the end.
    pub(super) fn span(&self, ahead: usize) -> Span {
        match (
            self.peek(ahead),
            &self.level.bracket,
            self.level.tokens.last(),
        ) {
            (Some(token), ..) => token.span(),
            (None, Some((_, close)), _) => *close,
            (None, None, Some(last)) => last.span(),
            (None, None, None) => Span::call_site(),
        }
    }
}

/// Whether a token is this sign.
pub(super) fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether a token is this sign, and the next is a sign that is glued to it: `=` in `=>`.
pub(super) fn is_joint(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign && punct.spacing() == Spacing::Joint)
}

/// Whether a token is this word.
pub(super) fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

/// Whether a token is a group in braces.
pub(super) fn is_braces(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

/// The tokens of a stream; a literal that came through a `macro_rules!` variable is taken out of its invisible group.
pub(super) fn trees(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().map(visible).collect()
}

fn visible(token: TokenTree) -> TokenTree {
    if let TokenTree::Group(group) = &token
        && group.delimiter() == Delimiter::None
    {
        let mut inner = group.stream().into_iter();
        if let (Some(only @ (TokenTree::Literal(_) | TokenTree::Ident(_))), None) =
            (inner.next(), inner.next())
        {
            return only;
        }
    }
    token
}
