//! Rust that can't stand in markup, because rendering is synchronous and children are a function of their own.

use crate::error::Errors;
use isle_syntax::markup::tree::{Code, Piece};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// Refuses `.await` in markup.
pub(crate) fn awaits(code: &Code, errors: &mut Errors) {
    each_stream(code, &mut |tokens| {
        each_tree(tokens, &mut |before, token| {
            if let TokenTree::Ident(word) = token
                && word == "await"
                && matches!(before, Some(TokenTree::Punct(dot)) if dot.as_char() == '.')
            {
                errors.at(
                    word.span(),
                    "markup can't wait: `.await` belongs in the frontmatter",
                    "write `let value = ….await;` before the markup, and `{value}` here",
                );
            }
        });
    });
}

/// Whether the code holds a word by which it may leave the function that it stands in.
pub(super) fn leaves(code: &Code) -> bool {
    let mut found = false;
    each_stream(code, &mut |tokens| {
        each_tree(tokens, &mut |_, token| {
            found |= matches!(token, TokenTree::Ident(word) if is_exit(word));
        });
    });
    found
}

/// Refuses `return`, and the `break` and `continue` of a loop around, among the children of a component. Their places
/// are taken by what compiles anywhere, so that nothing more is said of them.
pub(super) fn exits(tokens: TokenStream, errors: &mut Errors) -> TokenStream {
    walk(tokens, false, errors)
}

fn walk(tokens: TokenStream, in_loop: bool, errors: &mut Errors) -> TokenStream {
    // Words that a block belongs to, in the head of a loop.
    const HEADS: [&str; 7] = ["for", "while", "loop", "match", "if", "unsafe", "const"];
    let mut out = TokenStream::new();
    let (mut heads, mut looping, mut own) = (0_usize, false, false);
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if is_exit(&word) && (word == "return" || !in_loop) => {
                refuse_exit(&word, errors);
                let (mut value, mut end) = (TokenStream::new(), None);
                for token in tokens.by_ref() {
                    if matches!(&token, TokenTree::Punct(sign) if ";,".contains(sign.as_char())) {
                        end = Some(token);
                        break;
                    }
                    value.extend([token]);
                }
                let kept = (word == "return" && !value.is_empty()).then(|| quote!(let _ = #value;));
                out.extend(quote!({ #kept ::core::unreachable!() } #end));
            }
            TokenTree::Ident(word) => {
                if looping || matches!(word.to_string().as_str(), "for" | "while" | "loop") {
                    heads += usize::from(HEADS.iter().any(|head| word == head));
                    looping = true;
                }
                own |= word == "async" || word == "fn";
                out.extend([TokenTree::Ident(word)]);
            }
            TokenTree::Group(group) => {
                let braces = group.delimiter() == Delimiter::Brace;
                heads = heads.saturating_sub(usize::from(braces));
                let body = braces && looping && heads == 0;
                let inner = match braces && std::mem::take(&mut own) {
                    // A function of its own, which it may leave.
                    true => group.stream(),
                    false => walk(group.stream(), in_loop || body, errors),
                };
                looping &= !body;
                let mut again = Group::new(group.delimiter(), inner);
                again.set_span(group.span());
                out.extend([TokenTree::Group(again)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn is_exit(word: &Ident) -> bool {
    ["return", "break", "continue"]
        .iter()
        .any(|exit| word == exit)
}

fn refuse_exit(word: &Ident, errors: &mut Errors) {
    if word == "return" {
        errors.at(
            word.span(),
            "`return` can't leave a page from within a component's children",
            "decide in the frontmatter, or end the page with `?`: `Err(Exit::not_found())?`",
        );
    } else {
        errors.at(
            word.span(),
            format!("`{word}` can't leave a loop from within a component's children"),
            "decide before the component's tag, or leave out by `if` what is not to be printed",
        );
    }
}

/// Whether the code leaves by `?`.
pub(crate) fn questions(code: &Code) -> bool {
    let mut found = false;
    each_stream(code, &mut |tokens| {
        each_tree(tokens, &mut |_, token| {
            found |= matches!(token, TokenTree::Punct(mark) if mark.as_char() == '?')
        });
    });
    found
}

fn each_stream(code: &Code, visit: &mut impl FnMut(&TokenStream)) {
    for piece in &code.pieces {
        match piece {
            Piece::Rust(tokens) => visit(tokens),
            Piece::Group { code, .. } => each_stream(code, visit),
            // Markup within markup is looked at when it is lowered.
            Piece::Markup(..) => {}
        }
    }
}

/// Visits each token with the one before it; a closure's or an async block's own `?` and `return` can't be told apart.
fn each_tree(tokens: &TokenStream, visit: &mut impl FnMut(Option<&TokenTree>, &TokenTree)) {
    let mut before: Option<TokenTree> = None;
    for token in tokens.clone() {
        visit(before.as_ref(), &token);
        if let TokenTree::Group(group) = &token {
            each_tree(&group.stream(), visit);
        }
        before = Some(token);
    }
}
