//! The function itself, its answer compiled into a document.

use super::signature::first_span;
use crate::component::slots::Slots;
use crate::error::Errors;
use crate::reach::Owner;
use crate::{markup, tail};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ItemFn, Macro, ReturnType, Type};

/// The function with each `html!` that it answers with compiled into it.
pub(super) fn function(
    mut function: ItemFn,
    document: bool,
    owner: &Owner,
    errors: &mut Errors,
) -> TokenStream {
    let tail = match &function.sig.output {
        ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)) => Tail::Opaque,
        output => Tail::Converted(place(output)),
    };
    let source = function.block.brace_token.span.join().source_text();
    tail::replace(&mut function.block, &mut |call| {
        answer(call, document, tail, owner, errors)
    });
    let block = owner.claim(&function.block, source.as_deref());
    let ItemFn {
        attrs, vis, sig, ..
    } = function;
    quote!(#(#attrs)* #vis #sig #block)
}

/// How markup becomes what the function returns.
#[derive(Clone, Copy)]
enum Tail {
    /// Which type an `impl Trait` is can't be inferred from a conversion, so there markup stays `Html`.
    Opaque,
    /// By a conversion to the type that is written at this place.
    Converted(Span),
}

/// Where the type is written that a function returns.
pub(super) fn place(output: &ReturnType) -> Span {
    match output {
        ReturnType::Type(_, ty) => first_span(ty),
        ReturnType::Default => Span::call_site(),
    }
}

fn answer(call: &Macro, document: bool, tail: Tail, owner: &Owner, errors: &mut Errors) -> Expr {
    let template = markup::parse(call.tokens.clone(), call.delimiter.span().join(), errors);
    let slots = Slots::refuse(&template, errors);
    let writer = markup::Writer::new();
    let buffer = &writer.buffer;
    let body = markup::writes(&template.nodes, &writer, document, errors);
    let told = owner.answer(&template);
    let fence = markup::fence(&template, &mut |call| {
        answer(call, document, tail, owner, errors)
    });
    let html = quote!(::isle::__::finish(#buffer, &CAPACITY));
    let html = match tail {
        Tail::Opaque => html,
        Tail::Converted(place) => quote_spanned!(place=> ::isle::__::Tail::tail(#html)),
    };
    Expr::Verbatim(quote! {{
        #told
        #slots
        #fence
        static CAPACITY: ::isle::__::Capacity = ::isle::__::Capacity::new();
        let mut #buffer = CAPACITY.buf();
        { let #buffer = &mut #buffer; #body }
        #html
    }})
}
