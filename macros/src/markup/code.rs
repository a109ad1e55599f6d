//! Rust code of a template as tokens, the markup in it as values.

use super::emit;
use crate::component::has_slot;
use crate::error::Errors;
use isle_syntax::markup::tree::{Code, Piece};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// The code's tokens; markup in it becomes an owned `Html`.
pub(crate) fn tokens(code: &Code, errors: &mut Errors) -> TokenStream {
    if let Some(tokens) = code.as_rust() {
        return has_slot::replace(tokens.clone());
    }
    let mut out = TokenStream::new();
    for piece in &code.pieces {
        match piece {
            Piece::Rust(tokens) => out.extend(has_slot::replace(tokens.clone())),
            Piece::Group {
                delimiter,
                code,
                span,
            } => {
                let mut group = Group::new(*delimiter, tokens(code, errors));
                group.set_span(*span);
                out.extend([TokenTree::Group(group)]);
            }
            Piece::Markup(nodes, span) => {
                let mut group = Group::new(Delimiter::Brace, emit::owned(nodes, errors));
                group.set_span(*span);
                out.extend([TokenTree::Group(group)]);
            }
        }
    }
    out
}

/// A value that is printed.
pub(super) struct Printed {
    /// A place is borrowed, anything else is taken.
    pub(super) value: TokenStream,
    /// Where a mistake about it is shown.
    pub(super) blame: Span,
}

/// The code as what is printed.
pub(super) fn printed(code: &Code, errors: &mut Errors) -> Printed {
    let value = tokens(code, errors);
    // Reading a stream is a call to the compiler: once serves all.
    let trees: Vec<TokenTree> = value.clone().into_iter().collect();
    let blame = blame(&trees);
    let value = match trees.first() {
        Some(first) if is_place(&trees) => {
            // So spanned that a mistake about the borrow shows the value alone.
            let span = first.span().resolved_at(Span::mixed_site());
            quote_spanned!(span=> &#value)
        }
        _ => value,
    };
    Printed { value, blame }
}

/// Whether the tokens name a place: a path, a field, an element, or what a reference points to.
fn is_place(tokens: &[TokenTree]) -> bool {
    let is_star = |token: &&TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == '*');
    let stars = tokens.iter().take_while(is_star).count();
    let mut wants_name = true;
    let mut after_dot = false;
    for token in &tokens[stars..] {
        match token {
            TokenTree::Ident(word) if wants_name => {
                // A path that ends in upper case may be a constant or a unit: borrowing it is right, too.
                wants_name = false;
                if is_expression_word(&word.to_string()) {
                    return false;
                }
            }
            TokenTree::Literal(number) if after_dot => {
                // `pair.0`, and `pair.0.1`, which is lexed as one number.
                if !number
                    .to_string()
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b == b'.')
                {
                    return false;
                }
                wants_name = false;
            }
            TokenTree::Punct(mark) if matches!(mark.as_char(), '.' | ':') => {
                wants_name = true;
                after_dot = mark.as_char() == '.';
                continue;
            }
            TokenTree::Group(group) if !wants_name && group.delimiter() == Delimiter::Bracket => {}
            _ => return false,
        }
        after_dot = false;
    }
    !wants_name
}

/// Words that begin an expression of their own instead of naming a place.
fn is_expression_word(word: &str) -> bool {
    matches!(
        word,
        "true"
            | "false"
            | "if"
            | "match"
            | "for"
            | "while"
            | "loop"
            | "unsafe"
            | "async"
            | "move"
            | "return"
            | "break"
            | "continue"
            | "await"
    )
}

/// Where a mistake about the value is shown: the last name in it, which is the field or the method.
pub(super) fn blame(tokens: &[TokenTree]) -> Span {
    let is_name = |token: &&TokenTree| matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
    let last = tokens.iter().rfind(is_name);
    last.or(tokens.first())
        .map_or_else(Span::call_site, TokenTree::span)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    fn is_place(text: &str) -> bool {
        let tokens: TokenStream = text.parse().unwrap();
        super::is_place(&tokens.into_iter().collect::<Vec<_>>())
    }

    #[test]
    fn places_are_told_from_values() {
        for place in [
            "x",
            "self.x",
            "a.b.0",
            "pair.0.1",
            "xs[0]",
            "xs[i].name",
            "*x",
            "**x",
            "module::NAME",
            "a.b[c(d)]",
        ] {
            assert!(is_place(place), "{place}");
        }
        for value in [
            "1",
            "\"a\"",
            "f()",
            "x.len()",
            "a + b",
            "&x",
            "true",
            "vec![1]",
            "a as u32",
            "-x",
            "x?",
            "xs[0]?",
            "[1, 2]",
            "(a)",
            "match x {}",
        ] {
            assert!(!is_place(value), "{value}");
        }
    }
}
