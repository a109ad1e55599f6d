//! `if`, `for`, `while`, `match`, and the shapes of values that are the same: `cond && <b>…</b>`, a last `.map(…)`.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::block::{comma, prints_markup, rust};
use super::code::is_markup;
use super::cursor::{Cursor, is_braces, is_punct, is_word, trees};
use super::literal;
use super::nodes::Extent;
use super::tag::semicolon;
use super::{Parser, Place};
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{For, If, Match, Node, While};

impl Parser {
    /// Control flow that begins here, with the place behind it.
    pub(super) fn control(
        &mut self,
        tokens: &[TokenTree],
        at: usize,
        place: Place,
    ) -> Option<(Node, usize)> {
        let TokenTree::Ident(word) = &tokens[at] else {
            return None;
        };
        match word.to_string().as_str() {
            "if" => self.branches(tokens, at, place),
            "for" => {
                let end = body(tokens, at + 1)?;
                let split = (at + 1..end).find(|at| is_word(tokens.get(*at), "in"))?;
                let pattern = tokens[at + 1..split].iter().cloned().collect();
                let iterator = self.code(&tokens[split + 1..end]);
                Some((
                    Node::For(For {
                        pattern,
                        iterator,
                        body: self.body(&tokens[end], place),
                    }),
                    end + 1,
                ))
            }
            "while" => {
                let end = body(tokens, at + 1)?;
                let condition = self.code(&tokens[at + 1..end]);
                Some((
                    Node::While(While {
                        condition,
                        body: self.body(&tokens[end], place),
                    }),
                    end + 1,
                ))
            }
            "match" => {
                let end = body(tokens, at + 1)?;
                let subject = self.code(&tokens[at + 1..end]);
                let TokenTree::Group(group) = &tokens[end] else {
                    return None;
                };
                Some((
                    Node::Match(Match {
                        subject,
                        arms: self.arms(group.stream(), place),
                    }),
                    end + 1,
                ))
            }
            _ => None,
        }
    }

    fn branches(
        &mut self,
        tokens: &[TokenTree],
        mut at: usize,
        place: Place,
    ) -> Option<(Node, usize)> {
        let mut branches = Vec::new();
        loop {
            let end = body(tokens, at + 1)?;
            let condition = self.code(&tokens[at + 1..end]);
            branches.push((condition, self.body(&tokens[end], place)));
            at = end + 1;
            if !is_word(tokens.get(at), "else") {
                return Some((
                    Node::If(If {
                        branches,
                        otherwise: None,
                    }),
                    at,
                ));
            }
            at += 1;
            if is_braces(tokens.get(at)) {
                let otherwise = Some(self.body(&tokens[at], place));
                return Some((
                    Node::If(If {
                        branches,
                        otherwise,
                    }),
                    at + 1,
                ));
            }
            if !is_word(tokens.get(at), "if") {
                return None;
            }
        }
    }

    fn body(&mut self, token: &TokenTree, place: Place) -> Vec<Node> {
        let TokenTree::Group(group) = token else {
            return Vec::new();
        };
        self.deeper(group.span(), 1, |parser| {
            parser.block(group.stream(), place)
        })
    }

    fn arms(&mut self, stream: TokenStream, place: Place) -> Vec<(TokenStream, Vec<Node>)> {
        let tokens = trees(stream);
        let mut arms = Vec::new();
        let mut rest = tokens.as_slice();
        while let Some(arrow) = arrow(rest) {
            let pattern = rest[..arrow].iter().cloned().collect();
            rest = &rest[arrow + 2..];
            let (nodes, length) = self.arm(rest, place);
            arms.push((pattern, nodes));
            rest = rest.get(length..).unwrap_or_default();
            if is_punct(rest.first(), ',') {
                rest = &rest[1..];
            }
        }
        if let Some(token) = rest.first() {
            let mistake = Diagnostic::new(token.span(), "this arm of the `match` has no `=>`");
            self.report(mistake.help("write `pattern => <p>…</p>,`"));
        }
        arms
    }

    /// What an arm prints, and its length.
    fn arm(&mut self, tokens: &[TokenTree], place: Place) -> (Vec<Node>, usize) {
        if is_markup(tokens) {
            return self.single(tokens, place);
        }
        if is_braces(tokens.first()) {
            return (self.body(&tokens[0], place), 1);
        }
        if !tokens.is_empty()
            && let Some((node, end)) = self.control(tokens, 0, place)
            && (end == tokens.len()
                || is_punct(tokens.get(end), ',')
                || arrow(&tokens[end..]).is_some())
            && !is_punct(tokens.get(end), '.')
            && !is_punct(tokens.get(end), '?')
        {
            return (vec![node], end);
        }
        let end = comma(tokens).unwrap_or(tokens.len());
        (self.value(&tokens[..end], None, place), end)
    }

    /// Markup that must end where a Rust expression would.
    fn single(&mut self, tokens: &[TokenTree], place: Place) -> (Vec<Node>, usize) {
        let mut cursor = Cursor::new(tokens);
        let nodes = self.nodes(&mut cursor, place, Extent::One);
        let length = cursor.consumed().max(1);
        let rest = tokens.get(length..).unwrap_or_default();
        let extra = comma(rest).unwrap_or(rest.len());
        if let Some(token) = rest[..extra].first() {
            let mistake = Diagnostic::new(token.span(), "only one element can stand here");
            self.report(mistake.help("put all of it between `<>` and `</>`"));
        }
        (nodes, length + extra)
    }

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
        let iterator = self.code(iterator);
        Some(Node::For(For {
            pattern: pattern.iter().cloned().collect(),
            iterator,
            body,
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

/// Where the body stands of an `if`, `for`, `while` or `match` whose head begins here. Braces in the head belong to
/// a pattern, or to a word such as `match`.
pub(super) fn body(tokens: &[TokenTree], from: usize) -> Option<usize> {
    const TAKES: [&str; 8] = [
        "match", "unsafe", "loop", "if", "async", "while", "const", "else",
    ];
    if is_braces(tokens.get(from)) {
        return Some(from);
    }
    let (mut others, mut pattern) = (0_usize, false);
    for at in from..tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => match others {
                _ if pattern => {}
                0 => return Some(at),
                _ => others -= 1,
            },
            TokenTree::Ident(word) if word == "let" => pattern = true,
            TokenTree::Ident(word)
                if word == "if" && is_word(tokens.get(at.wrapping_sub(1)), "else") => {}
            TokenTree::Ident(word) if TAKES.iter().any(|other| word == other) => others += 1,
            TokenTree::Punct(sign) if sign.as_char() == ';' => return None,
            TokenTree::Punct(sign) if sign.as_char() == '=' && pattern => {
                let before = at > from
                    && matches!(&tokens[at - 1], TokenTree::Punct(before) if before.spacing() == Spacing::Joint && ".=<>!".contains(before.as_char()));
                let after = sign.spacing() == Spacing::Joint
                    && (is_punct(tokens.get(at + 1), '=') || is_punct(tokens.get(at + 1), '>'));
                pattern = before || after;
            }
            _ => {}
        }
    }
    None
}

/// The first `=>`.
fn arrow(tokens: &[TokenTree]) -> Option<usize> {
    (0..tokens.len()).find(|at| is_joint(&tokens[*at], '=') && is_punct(tokens.get(at + 1), '>'))
}

/// `&&`, `||`
fn is_pair(tokens: &[TokenTree], sign: char) -> bool {
    tokens.first().is_some_and(|first| is_joint(first, sign)) && is_punct(tokens.get(1), sign)
}

/// Whether a `:` is half of `::`.
fn is_pair_around(tokens: &[TokenTree], at: usize) -> bool {
    is_pair(&tokens[at..], ':') || (at > 0 && is_pair(&tokens[at - 1..], ':'))
}

fn is_joint(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign && punct.spacing() == Spacing::Joint)
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
