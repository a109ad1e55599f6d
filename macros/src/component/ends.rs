//! Whether a component ends nowhere but at its end: then it hands its cursor on, and nothing between one tag and the
//! next goes through memory.

use crate::markup::walk::Visit;
use isle_syntax::markup::tree::{Code, Piece, Template};
use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Macro, ReturnType, Type};

/// Whether a function's body may leave it before its end, apart from its markup.
pub(super) fn leaves(body: &mut Block) -> bool {
    let mut search = Search(false);
    search.visit_block_mut(body);
    search.0
}

/// Whether a template may leave the function that it stands in.
pub(super) fn template_leaves(template: &Template) -> bool {
    let mut search = Search(false);
    search.nodes(&template.nodes);
    search.0 || template.fence.as_ref().is_some_and(may_leave)
}

/// Whether the type is surely one that markup is an answer of.
pub(super) fn answers_markup(output: &ReturnType) -> bool {
    let ReturnType::Type(_, ty) = output else {
        return false;
    };
    match &**ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| ["Html", "Page"].iter().any(|name| last.ident == name)),
        _ => false,
    }
}

struct Search(bool);

impl VisitMut for Search {
    fn visit_expr_return_mut(&mut self, _: &mut syn::ExprReturn) {
        self.0 = true;
    }

    fn visit_expr_try_mut(&mut self, _: &mut syn::ExprTry) {
        self.0 = true;
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        let known = call
            .path
            .segments
            .last()
            .is_some_and(|last| is_known(&last.ident));
        self.0 |= !known || may_leave(&call.tokens);
    }

    // What returns for itself.
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        if let syn::Item::Macro(_) = item {
            visit_mut::visit_item_mut(self, item);
        }
    }
}

impl Visit for Search {
    fn code(&mut self, code: &Code) -> bool {
        self.0 |= code.pieces.iter().any(|piece| match piece {
            Piece::Rust(tokens) => may_leave(tokens),
            // Visited by themselves.
            Piece::Group { .. } | Piece::Markup(..) => false,
        });
        true
    }
}

/// Whether the tokens hold a word that leaves, or a macro which may hold one; a closure's own can't be told apart.
fn may_leave(tokens: &TokenStream) -> bool {
    let mut trees = tokens.clone().into_iter().peekable();
    while let Some(tree) = trees.next() {
        let leaves = match &tree {
            TokenTree::Ident(word) if word == "return" || word == "await" => true,
            TokenTree::Ident(word) => is_sign(trees.peek(), '!') && !is_known(word),
            TokenTree::Punct(sign) => sign.as_char() == '?',
            TokenTree::Group(group) => may_leave(&group.stream()),
            TokenTree::Literal(_) => false,
        };
        if leaves {
            return true;
        }
    }
    false
}

/// Whether it is this sign, and stands alone: `!=` is none.
fn is_sign(tree: Option<&TokenTree>, sign: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == sign && punct.spacing() == Spacing::Alone)
}

/// Macros that leave no function by themselves, and words that `!x` may follow.
fn is_known(name: &syn::Ident) -> bool {
    const KNOWN: [&str; 29] = [
        "assert",
        "assert_eq",
        "assert_ne",
        "concat",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
        "env",
        "format",
        "format_args",
        "has_slot",
        "html",
        "include_str",
        "link",
        "matches",
        "option_env",
        "panic",
        "println",
        "eprintln",
        "stringify",
        "todo",
        "unimplemented",
        "unreachable",
        "vec",
        "else",
        "if",
        "in",
        "match",
        "while",
    ];
    KNOWN.iter().any(|known| name == known)
}
