//! Rust that can't stand in markup, because rendering is synchronous and children are a function of their own.

use crate::error::Errors;
use isle_syntax::markup::tree::{Code, Piece};
use proc_macro2::{TokenStream, TokenTree};

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

/// Refuses `return` among the children of a component.
pub(crate) fn returns(code: &Code, errors: &mut Errors) {
    each_stream(code, &mut |tokens| {
        each_tree(tokens, &mut |_, token| {
            if let TokenTree::Ident(word) = token
                && word == "return"
            {
                errors.at(
                    word.span(),
                    "`return` can't leave a page from within a component's children",
                    "decide in the frontmatter, or end with `?`: `Err(Exit::not_found())?`",
                );
            }
        });
    });
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
