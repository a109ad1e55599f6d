//! Rust code with markup in it: where markup begins, and what is code around it.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::cursor::{Cursor, is_braces, is_joint, is_punct, is_word, trees};
use super::nodes::Extent;
use super::{Parser, Place};
use crate::markup::table;
use crate::markup::tree::{Code, Piece};

impl Parser {
    /// The code that a stream is.
    pub(super) fn code_of(&mut self, stream: TokenStream) -> Code {
        if stream.is_empty() {
            return Code::default();
        }
        if self.plain {
            return Code::rust(stream);
        }
        let tokens = trees(stream.clone());
        self.markup_in(&tokens, false)
            .unwrap_or_else(|| Code::rust(stream))
    }

    /// The code that some tokens are.
    pub(super) fn code(&mut self, tokens: &[TokenTree]) -> Code {
        self.markup_in(tokens, false)
            .unwrap_or_else(|| Code::rust(tokens.iter().cloned().collect()))
    }

    /// The pieces of code with markup in it; `None` if there is none. In a block, markup may follow a statement, and
    /// goes on to its end.
    fn markup_in(&mut self, tokens: &[TokenTree], block: bool) -> Option<Code> {
        if self.plain {
            return None;
        }
        let mut pieces = Vec::new();
        let mut kept = 0;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let piece = match token {
                TokenTree::Punct(sign) if sign.as_char() == '<' => {
                    let statement = block && begins_statement(tokens, at);
                    let found = (statement || begins_value(tokens, at)) && is_markup(&tokens[at..]);
                    found.then(|| {
                        self.embedded(
                            tokens,
                            at,
                            if statement { Extent::All } else { Extent::One },
                        )
                    })
                }
                TokenTree::Group(group) if !of_foreign_macro(tokens, at) => {
                    self.group_code(group).map(|piece| (piece, 1))
                }
                _ => None,
            };
            let Some((piece, length)) = piece else {
                at += 1;
                continue;
            };
            pieces.extend(rust(tokens, kept..at));
            pieces.push(piece);
            at += length;
            kept = at;
        }
        if pieces.is_empty() {
            return None;
        }
        pieces.extend(rust(tokens, kept..tokens.len()));
        Some(Code { pieces })
    }

    fn embedded(&mut self, tokens: &[TokenTree], at: usize, extent: Extent) -> (Piece, usize) {
        let span = tokens[at].span();
        let mut cursor = Cursor::new(&tokens[at..]);
        // What leads from a tag's attribute to another tag takes twice the stack.
        let nodes = self.deeper(span, 2, |parser| {
            parser.nodes(&mut cursor, Place::default(), extent)
        });
        (Piece::Markup(nodes, span), cursor.consumed().max(1))
    }

    fn group_code(&mut self, group: &Group) -> Option<Piece> {
        if self.too_deep(group.span(), 1) {
            return None;
        }
        self.depth += 1;
        let code = self.markup_in(
            &trees(group.stream()),
            group.delimiter() == Delimiter::Brace,
        );
        self.depth -= 1;
        Some(Piece::Group {
            delimiter: group.delimiter(),
            code: code?,
            span: group.span(),
        })
    }
}

fn rust(tokens: &[TokenTree], range: Range<usize>) -> Option<Piece> {
    let tokens = &tokens[range];
    (!tokens.is_empty()).then(|| Piece::Rust(tokens.iter().cloned().collect()))
}

/// Whether the brackets at a place are the arguments of a macro that is not one of the standard library's: what
/// stands in them need not be Rust.
fn of_foreign_macro(tokens: &[TokenTree], at: usize) -> bool {
    const KNOWN: [&str; 8] = [
        "vec",
        "format",
        "format_args",
        "dbg",
        "assert",
        "matches",
        "println",
        "write",
    ];
    let Some(bang) = at.checked_sub(1) else {
        return false;
    };
    is_punct(tokens.get(bang), '!')
        && matches!(bang.checked_sub(1).map(|name| &tokens[name]), Some(TokenTree::Ident(name)) if !KNOWN.iter().any(|known| name == known))
}

/// Whether a statement may begin at a place.
pub(super) fn begins_statement(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    before.is_none() || is_punct(before, ';') || is_braces(before)
}

/// Whether a value may begin at a place, and no operator stand there.
fn begins_value(tokens: &[TokenTree], at: usize) -> bool {
    const BEFORE: [&str; 8] = [
        "return", "break", "else", "in", "match", "if", "while", "box",
    ];
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    match &tokens[before] {
        TokenTree::Punct(sign) => match sign.as_char() {
            // `->`, `a > b`, `Vec<T>` are no values' beginning; `=>` is.
            '>' => before > 0 && is_joint(Some(&tokens[before - 1]), '='),
            '?' | '<' | '.' | '\'' => false,
            ':' => !(before > 0 && is_joint(Some(&tokens[before - 1]), ':')),
            _ => true,
        },
        TokenTree::Ident(word) => {
            BEFORE.iter().any(|keyword| word == keyword)
                && !(before > 0 && is_punct(tokens.get(before - 1), '.'))
        }
        TokenTree::Literal(_) | TokenTree::Group(_) => false,
    }
}

/// Whether `<` begins a tag; in Rust, `<T>::f()` and `<T as Trait>::f()` begin a value likewise.
pub(super) fn is_markup(tokens: &[TokenTree]) -> bool {
    if !is_punct(tokens.first(), '<') {
        return false;
    }
    match tokens.get(1) {
        Some(TokenTree::Punct(sign)) => match sign.as_char() {
            '>' => true,
            '!' => {
                is_punct(tokens.get(2), '-') || matches!(tokens.get(2), Some(TokenTree::Ident(_)))
            }
            '/' => true,
            ':' => is_punct(tokens.get(2), ':') && names_tag(tokens, 4),
            _ => false,
        },
        Some(TokenTree::Ident(_)) => names_tag(tokens, 2),
        _ => false,
    }
}

/// Whether what follows a name (a path's first segment, or a whole one) shows that it is a tag's.
fn names_tag(tokens: &[TokenTree], mut at: usize) -> bool {
    if [
        "dyn", "impl", "fn", "unsafe", "extern", "for", "mut", "const",
    ]
    .iter()
    .any(|word| is_word(tokens.get(1), word))
    {
        return false;
    }
    while is_punct(tokens.get(at), ':')
        && is_punct(tokens.get(at + 1), ':')
        && matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)))
    {
        at += 3;
    }
    match tokens.get(at) {
        Some(TokenTree::Punct(sign)) => match sign.as_char() {
            '<' | '+' | '&' | '*' | ',' => false,
            // `<Type>::f()`; `<b>::</b>` is a tag still.
            '>' if is_punct(tokens.get(at + 1), ':') && is_punct(tokens.get(at + 2), ':') => {
                at == 2
                    && matches!(tokens.get(1), Some(TokenTree::Ident(name)) if table::is_html(&name.to_string()))
            }
            _ => true,
        },
        // `<T as Trait>`, but `<link as="style">`
        Some(TokenTree::Ident(word)) => word != "as" || is_punct(tokens.get(at + 1), '='),
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
        Some(TokenTree::Literal(_)) => false,
        None => true,
    }
}
