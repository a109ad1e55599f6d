//! What a value prints: `condition && <b>…</b>` and a last `.map(|x| <li>…</li>)` are control flow in other words.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::block::{comma, prints_markup, rust};
use super::code::is_markup;
use super::cursor::{is_braces, is_joint, is_punct, is_word, trees};
use super::doubt::quoted;
use super::literal;
use super::run::Run;
use super::tag::{is_keyword, semicolon};
use super::{Parser, Place};
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{For, If, Node, Text};

impl Parser {
    /// What a value at the end of a block prints; `whole` is its stream, if it is all of one.
    pub(super) fn value(
        &mut self,
        tokens: &[TokenTree],
        whole: Option<TokenStream>,
        place: Place,
    ) -> Vec<Node> {
        if let [TokenTree::Group(unit)] = tokens
            && unit.delimiter() == Delimiter::Parenthesis
            && unit.stream().is_empty()
        {
            return Vec::new();
        }
        if let Some(text) = self.bare_text(tokens) {
            return vec![Node::Text(text)];
        }
        if diverges(tokens) {
            let span = tokens[0].span();
            let ended: Vec<_> = tokens.iter().cloned().chain([semicolon(span)]).collect();
            return vec![Node::Statements(self.code(&ended))];
        }
        if let Some(node) = self
            .condition(tokens, place)
            .or_else(|| self.map(tokens, place))
        {
            return vec![node];
        }
        vec![Node::Value(match whole {
            Some(stream) => self.code_of(stream),
            None => self.code(tokens),
        })]
    }

    /// Words in braces that were meant as text: no Rust begins with two names.
    fn bare_text(&mut self, tokens: &[TokenTree]) -> Option<Text> {
        let [TokenTree::Ident(first), TokenTree::Ident(second), ..] = tokens else {
            return None;
        };
        if is_keyword(&first.to_string()) || is_keyword(&second.to_string()) {
            return None;
        }
        let mut run = Run::new(false);
        for token in tokens
            .iter()
            .filter(|token| !matches!(token, TokenTree::Group(_)))
        {
            self.word(&mut run, token);
        }
        let text = self.text(&mut run, None)?;
        let mistake = Diagnostic::between(
            text.start,
            text.end,
            "what stands in braces is Rust, and this is text",
        );
        self.report(mistake.help(format!("quote this text: {}", quoted(&text.value))));
        Some(text)
    }

    /// `condition && <b>…</b>`, `condition && "text"`
    fn condition(&mut self, tokens: &[TokenTree], place: Place) -> Option<Node> {
        let printed = |at: &usize| {
            let rest = &tokens[at + 2..];
            let text =
                matches!(rest, [TokenTree::Literal(literal)] if literal::text(literal).is_some());
            text || is_markup(rest)
        };
        let and = (1..tokens.len().saturating_sub(2))
            .find(|at| is_pair(&tokens[*at..], '&') && printed(at))?;
        if let Some(or) = (0..and).find(|at| is_pair(&tokens[*at..], '|') && *at > 0) {
            let mistake = Diagnostic::new(
                tokens[or].span(),
                "`&&` binds tighter than `||`, so the markup belongs to the last part only",
            );
            self.report(mistake.help("put the condition in parentheses: `{(a || b) && <b>…</b>}`"));
        }
        let condition = self.code(&tokens[..and]);
        let rest = &tokens[and + 2..];
        let body = if is_markup(rest) {
            self.single(rest, place).0
        } else {
            vec![Node::Value(rust(rest))]
        };
        Some(Node::If(If {
            branches: vec![(condition, body)],
            otherwise: None,
        }))
    }

    /// A last `.map(|pattern| <li>…</li>)`
    fn map(&mut self, tokens: &[TokenTree], place: Place) -> Option<Node> {
        let [iterator @ .., dot, map, TokenTree::Group(arguments)] = tokens else {
            return None;
        };
        let closure = arguments.delimiter() == Delimiter::Parenthesis
            && is_punct(Some(dot), '.')
            && is_word(Some(map), "map");
        if !closure || iterator.is_empty() {
            return None;
        }
        let inner = trees(arguments.stream());
        let inner = if is_word(inner.first(), "move") {
            &inner[1..]
        } else {
            &inner[..]
        };
        if !is_punct(inner.first(), '|') {
            return None;
        }
        let end = 1 + inner[1..]
            .iter()
            .position(|token| is_punct(Some(token), '|'))?;
        let (pattern, value) = (&inner[1..end], &inner[end + 1..]);
        // A type, a second argument, a `return`: a closure indeed.
        let typed = (0..pattern.len())
            .any(|at| is_punct(pattern.get(at), ':') && !is_pair_around(pattern, at));
        if pattern.is_empty()
            || typed
            || comma(pattern).is_some()
            || value.is_empty()
            || returns(value)
        {
            return None;
        }
        let noted = self.diagnostics.len();
        let body = self.map_body(value, place);
        if !body.iter().any(prints_markup) {
            self.diagnostics.truncate(noted);
            return None;
        }
        let repeats = is_iterator(iterator);
        let iterator = self.code(iterator);
        Some(Node::For(For {
            pattern: pattern.iter().cloned().collect(),
            iterator,
            body,
            repeats,
        }))
    }

    fn map_body(&mut self, value: &[TokenTree], place: Place) -> Vec<Node> {
        if is_markup(value) {
            let value = if is_punct(value.last(), ',') {
                &value[..value.len() - 1]
            } else {
                value
            };
            return self.single(value, place).0;
        }
        match value {
            [block] if is_braces(Some(block)) => self.body(block, place),
            _ => match self.control(value, 0, place) {
                Some((node, end)) if end == value.len() => vec![node],
                _ => Vec::new(),
            },
        }
    }
}

/// `&&`, `||`
fn is_pair(tokens: &[TokenTree], sign: char) -> bool {
    tokens
        .first()
        .is_some_and(|first| is_joint(Some(first), sign))
        && is_punct(tokens.get(1), sign)
}

/// Whether a value surely is an iterator, and no option: by the last method in it that only one of them has.
fn is_iterator(tokens: &[TokenTree]) -> bool {
    const EITHER: [&str; 7] = [
        "cloned", "copied", "filter", "inspect", "map", "take", "zip",
    ];
    const ITERATOR: [&str; 22] = [
        "bytes",
        "chain",
        "char_indices",
        "chars",
        "chunks",
        "drain",
        "enumerate",
        "into_iter",
        "into_keys",
        "into_values",
        "iter",
        "iter_mut",
        "keys",
        "lines",
        "peekable",
        "rev",
        "skip",
        "split",
        "split_whitespace",
        "step_by",
        "values",
        "windows",
    ];
    if let [TokenTree::Group(range)] = tokens {
        let inner = trees(range.stream());
        return (1..inner.len()).any(|at| is_pair(&inner[at..], '.'));
    }
    let mut methods = (1..tokens.len()).rev().filter_map(|at| match &tokens[at] {
        TokenTree::Ident(name) if is_punct(tokens.get(at - 1), '.') => Some(name),
        _ => None,
    });
    let last = methods.find(|name| EITHER.iter().all(|either| *name != either));
    last.is_some_and(|last| ITERATOR.iter().any(|name| last == name))
}

/// Whether a `:` is half of `::`.
fn is_pair_around(tokens: &[TokenTree], at: usize) -> bool {
    is_pair(&tokens[at..], ':') || (at > 0 && is_pair(&tokens[at - 1..], ':'))
}

/// Whether `return` stands anywhere in the tokens.
fn returns(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Group(group) => returns(&trees(group.stream())),
        token => is_word(Some(token), "return"),
    })
}

/// Whether a value never comes to be.
fn diverges(tokens: &[TokenTree]) -> bool {
    const WORDS: [&str; 3] = ["return", "break", "continue"];
    const MACROS: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];
    let Some(TokenTree::Ident(word)) = tokens.first() else {
        return false;
    };
    WORDS.iter().any(|other| word == other)
        || (tokens.len() == 3
            && is_punct(tokens.get(1), '!')
            && MACROS.iter().any(|other| word == other))
}
