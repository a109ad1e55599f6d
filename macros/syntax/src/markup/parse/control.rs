//! `if`, `for`, `while` and `match` in braces.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::block::{comma, prints_markup};
use super::code::is_markup;
use super::cursor::{Cursor, is_braces, is_joint, is_punct, is_word, trees};
use super::nodes::Extent;
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
        if is_punct(tokens.get(at), '\'') && is_punct(tokens.get(at + 2), ':') {
            return self.labelled(tokens, at, place);
        }
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
                        repeats: true,
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

    /// A loop with a label, which is left to Rust unless it prints.
    fn labelled(&mut self, tokens: &[TokenTree], at: usize, place: Place) -> Option<(Node, usize)> {
        let word = tokens
            .get(at + 3)
            .filter(|word| matches!(word, TokenTree::Ident(_)))?;
        let (node, end) = self
            .control(tokens, at + 3, place)
            .filter(|(node, _)| prints_markup(node))?;
        let label = Diagnostic::between(
            tokens[at].span(),
            word.span(),
            "a loop that prints takes no label",
        );
        self.report(label.help("remove the label"));
        Some((node, end))
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

    pub(super) fn body(&mut self, token: &TokenTree, place: Place) -> Vec<Node> {
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
    pub(super) fn single(&mut self, tokens: &[TokenTree], place: Place) -> (Vec<Node>, usize) {
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
    (0..tokens.len())
        .find(|at| is_joint(Some(&tokens[*at]), '=') && is_punct(tokens.get(at + 1), '>'))
}
