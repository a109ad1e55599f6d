//! What stands in braces: statements, and what they print.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::code::is_markup;
use super::cursor::{Cursor, is_braces, is_punct, is_word, trees};
use super::literal;
use super::nodes::Extent;
use super::tag::semicolon;
use super::{Parser, Place};
use crate::diagnostic::Diagnostic;
use crate::markup::bodies::bodies;
use crate::markup::tree::{Code, Node};

/// Words that begin an item; the braces end it.
const ITEMS: [&str; 8] = [
    "fn", "struct", "enum", "impl", "trait", "mod", "pub", "extern",
];
/// Words that begin a statement or an item which `;` ends, braces or not.
const ENDED: [&str; 5] = ["let", "use", "const", "static", "type"];

impl Parser {
    /// Braces between the tags of an element.
    pub(super) fn hole(&mut self, group: &Group, place: Place) -> Vec<Node> {
        let nodes = self.block(group.stream(), place);
        match nodes.as_slice() {
            // One node needs no scope; statements alone are for the siblings.
            [] | [_] => nodes,
            _ => vec![Node::Block(nodes)],
        }
    }

    /// The body of a branch, a turn, an arm; or what braces hold.
    pub(super) fn block(&mut self, stream: TokenStream, place: Place) -> Vec<Node> {
        let tokens = trees(stream.clone());
        if is_markup(&tokens) || begins_with_text(&tokens) {
            return self.nodes(&mut Cursor::new(&tokens[..]), place, Extent::All);
        }
        let mut nodes = Vec::new();
        // The statements from here on are kept as they are.
        let mut kept = 0;
        let mut at = 0;
        while at < tokens.len() {
            if is_markup(&tokens[at..]) {
                self.statements(&tokens[kept..at], &mut nodes);
                nodes.extend(self.nodes(&mut Cursor::new(&tokens[at..]), place, Extent::All));
                return nodes;
            }
            if let Some((node, end)) = self.control(&tokens, at, place)
                && !goes_on(tokens.get(end))
            {
                let last = end == tokens.len();
                if last || prints_markup(&node) {
                    self.statements(&tokens[kept..at], &mut nodes);
                    nodes.push(node);
                    kept = end + usize::from(is_punct(tokens.get(end), ';'));
                    at = kept;
                } else {
                    at = end;
                }
                continue;
            }
            if let Some(printed) = self.inner_block(&tokens[at..], place) {
                self.statements(&tokens[kept..at], &mut nodes);
                nodes.extend(printed);
                at += 1;
                kept = at;
                continue;
            }
            match statement(&tokens[at..]) {
                Some(length) => at += length,
                None if is_word(tokens.get(at), "let") => {
                    let mistake =
                        Diagnostic::new(tokens[at].span(), "this `let` does not end with `;`");
                    self.report(mistake.help("write `{let name = value;}`"));
                    let tokens: Vec<_> = tokens[kept..]
                        .iter()
                        .cloned()
                        .chain([semicolon(tokens[at].span())])
                        .collect();
                    self.statements(&tokens, &mut nodes);
                    return nodes;
                }
                None => {
                    self.statements(&tokens[kept..at], &mut nodes);
                    let whole = (at == 0).then_some(stream);
                    nodes.extend(self.value(&tokens[at..], whole, place));
                    return nodes;
                }
            }
        }
        self.statements(&tokens[kept..], &mut nodes);
        nodes
    }

    /// What braces within a block print, if that is markup: written as between tags, though none is needed here.
    fn inner_block(&mut self, tokens: &[TokenTree], place: Place) -> Option<Vec<Node>> {
        let Some(TokenTree::Group(group)) = tokens.first() else {
            return None;
        };
        if self.plain || group.delimiter() != Delimiter::Brace || goes_on(tokens.get(1)) {
            return None;
        }
        let noted = self.diagnostics.len();
        let nodes = self.deeper(group.span(), 1, |parser| parser.hole(group, place));
        if nodes.iter().any(prints_markup) {
            return Some(nodes);
        }
        self.diagnostics.truncate(noted);
        None
    }

    fn statements(&mut self, tokens: &[TokenTree], nodes: &mut Vec<Node>) {
        if !tokens.is_empty() && !tokens.iter().all(|token| is_punct(Some(token), ';')) {
            let code = self.code(tokens);
            nodes.push(Node::Statements(code));
        }
    }
}

/// Whether a block begins with a quoted text or with braces, and goes on as no Rust does.
fn begins_with_text(tokens: &[TokenTree]) -> bool {
    let [first, next, ..] = tokens else {
        return false;
    };
    let text = match first {
        TokenTree::Literal(first) => literal::text(first).is_some(),
        first => is_braces(Some(first)),
    };
    let more = match next {
        TokenTree::Literal(_) => true,
        TokenTree::Punct(sign) => sign.as_char() == ',' || is_markup(&tokens[1..]),
        next => is_braces(Some(next)),
    };
    text && more
}

/// Whether an expression goes on behind the braces of a block.
fn goes_on(next: Option<&TokenTree>) -> bool {
    matches!(next, Some(TokenTree::Punct(sign)) if matches!(sign.as_char(), '.' | '?' | '=' | '+' | '*' | '/' | '%' | '|' | '^' | '>'))
}

/// Whether a node prints more than a value: then it can't be a statement of Rust.
pub(super) fn prints_markup(node: &Node) -> bool {
    match node {
        Node::Value(_) | Node::Statements(_) => false,
        Node::If(_) | Node::For(_) | Node::While(_) | Node::Match(_) | Node::Block(_) => {
            bodies(node).into_iter().flatten().any(prints_markup)
        }
        _ => true,
    }
}

/// The length of the statement that begins here, with its `;`; `None` for a value, which has no end of its own.
fn statement(tokens: &[TokenTree]) -> Option<usize> {
    let mut first = 0;
    // Attributes.
    while is_punct(tokens.get(first), '#')
        && matches!(tokens.get(first + 1), Some(TokenTree::Group(_)))
    {
        first += 2;
    }
    let semicolon = || {
        tokens
            .iter()
            .position(|token| is_punct(Some(token), ';'))
            .map(|at| at + 1)
    };
    let braces = |from: usize| (from..tokens.len()).find(|at| is_braces(tokens.get(*at)));
    let closed =
        |end: usize| (end + 1 < tokens.len() && !goes_on(tokens.get(end + 1))).then_some(end + 1);
    match tokens.get(first) {
        Some(TokenTree::Ident(word)) => {
            let word = word.to_string();
            let function =
                is_word(tokens.get(first + 1), "fn") || is_word(tokens.get(first + 2), "fn");
            if ENDED.contains(&word.as_str()) && !(word == "const" && function) {
                return semicolon();
            }
            if ITEMS.contains(&word.as_str()) || function {
                let end = braces(first).map(|at| at + 1);
                return match (end, semicolon()) {
                    (Some(end), Some(semicolon)) => Some(end.min(semicolon)),
                    (end, semicolon) => end.or(semicolon),
                };
            }
            if matches!(
                word.as_str(),
                "if" | "for" | "while" | "match" | "loop" | "unsafe"
            ) && let Some(end) = last_braces(tokens, first).and_then(closed)
            {
                return Some(end);
            }
            if is_punct(tokens.get(first + 1), '!') && is_braces(tokens.get(first + 2)) {
                return closed(first + 2).or_else(semicolon);
            }
            semicolon()
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            closed(first).or_else(semicolon)
        }
        Some(TokenTree::Punct(sign))
            if sign.as_char() == '\'' && is_punct(tokens.get(first + 2), ':') =>
        {
            braces(first).and_then(closed).or_else(semicolon)
        }
        _ => semicolon(),
    }
}

/// The braces that end an expression which begins with a word such as `if`, its `else`s included.
fn last_braces(tokens: &[TokenTree], first: usize) -> Option<usize> {
    let mut end = super::control::body(tokens, first + 1)?;
    while is_word(tokens.get(end + 1), "else") {
        end = super::control::body(tokens, end + 2)?;
    }
    Some(end)
}

/// Where the first comma stands that is none of a path's (`f::<A, B>()`) or a type's (`x as Pair<A, B>`).
pub(super) fn comma(tokens: &[TokenTree]) -> Option<usize> {
    let mut angles = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Punct(sign) = token else {
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        match sign.as_char() {
            ',' if angles == 0 => return Some(at),
            '<' if angles > 0 || is_punct(before, ':') || (is_type(tokens, at) && angles == 0) => {
                angles += 1
            }
            '>' if angles > 0 && !is_punct(before, '-') && !is_punct(before, '=') => angles -= 1,
            _ => {}
        }
    }
    None
}

/// Whether `<` at a place follows the path of a type after `as`.
fn is_type(tokens: &[TokenTree], at: usize) -> bool {
    let path = |token: &&TokenTree| match token {
        TokenTree::Ident(word) => word != "as",
        TokenTree::Punct(sign) => sign.as_char() == ':',
        _ => false,
    };
    let length = tokens[..at].iter().rev().take_while(path).count();
    length > 0
        && is_word(
            at.checked_sub(length + 1).and_then(|at| tokens.get(at)),
            "as",
        )
}

/// Code out of tokens that hold no markup.
pub(super) fn rust(tokens: &[TokenTree]) -> Code {
    Code::rust(tokens.iter().cloned().collect())
}
