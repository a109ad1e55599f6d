//! `has_slot!("name")`: whether the caller filled a slot.

use crate::markup::slot_variable;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Macro, parse_quote};

/// Replaces it in Rust statements.
pub(super) struct Replace<'f> {
    /// Is told of each slot that is asked for.
    pub(super) found: &'f mut dyn FnMut(&str, Span),
}

impl VisitMut for Replace<'_> {
    fn visit_expr_mut(&mut self, it: &mut Expr) {
        if let Expr::Macro(call) = it
            && let Some((name, place)) = asked(&call.mac)
        {
            (self.found)(&name, place);
            let answer = answer(&name, place);
            *it = parse_quote!(#answer);
        }
        visit_mut::visit_expr_mut(self, it);
    }
}

fn asked(call: &Macro) -> Option<(String, Span)> {
    let word = &call.path.segments.last()?.ident;
    (word == "has_slot").then(|| name(call.tokens.clone(), word.span()))
}

/// The name in the brackets and its place; none is the default slot's, which is asked for at `word`.
fn name(tokens: TokenStream, word: Span) -> (String, Span) {
    match syn::parse2::<syn::LitStr>(tokens) {
        Ok(name) => (name.value(), name.span()),
        Err(_) => (String::new(), word),
    }
}

fn answer(name: &str, place: Span) -> TokenTree {
    let variable = slot_variable(name, place);
    let mut group = Group::new(Delimiter::Parenthesis, quote!(#variable.is_some()));
    group.set_span(place);
    TokenTree::Group(group)
}

/// Visits each `has_slot!` in the tokens.
pub(super) fn each(tokens: &TokenStream, found: &mut dyn FnMut(&str, Span)) {
    if mentioned(tokens) {
        replaced(tokens.clone(), found);
    }
}

/// The tokens with each `has_slot!` replaced by what it means.
pub(crate) fn replace(tokens: TokenStream) -> TokenStream {
    if mentioned(&tokens) {
        replaced(tokens, &mut |_, _| {})
    } else {
        tokens
    }
}

fn replaced(tokens: TokenStream, found: &mut dyn FnMut(&str, Span)) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "has_slot" => {
                let mut after = tokens.clone();
                match (after.next(), after.next()) {
                    (Some(TokenTree::Punct(bang)), Some(TokenTree::Group(group)))
                        if bang.as_char() == '!' =>
                    {
                        let (name, place) = name(group.stream(), word.span());
                        found(&name, place);
                        out.push(answer(&name, place));
                        tokens = after;
                    }
                    _ => out.push(TokenTree::Ident(word)),
                }
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), found));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn mentioned(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "has_slot",
        TokenTree::Group(group) => mentioned(&group.stream()),
        _ => false,
    })
}
