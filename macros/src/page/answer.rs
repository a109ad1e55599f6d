//! The function itself, its answer compiled into a document.

use crate::component::slots::Slots;
use crate::error::Errors;
use crate::{markup, tail};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, ItemFn, Macro, ReturnType, Type};

/// The function with each `html!` that it answers with compiled into it.
pub(super) fn function(mut function: ItemFn, document: bool, errors: &mut Errors) -> TokenStream {
    // Which type an `impl Trait` is can't be inferred from a conversion, so there markup stays `Html`.
    let opaque = matches!(&function.sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)));
    tail::replace(&mut function.block, &mut |call| {
        answer(call, document, opaque, errors)
    });
    function.into_token_stream()
}

fn answer(call: &Macro, document: bool, opaque: bool, errors: &mut Errors) -> Expr {
    let template = markup::parse(call.tokens.clone(), call.delimiter.span().join(), errors);
    Slots::refuse(&template.nodes, errors);
    let writer = markup::Writer::new();
    let buffer = &writer.buffer;
    let body = markup::writes(&template.nodes, &writer, document, errors);
    let fence = markup::fence(&template, &mut |call| {
        answer(call, document, opaque, errors)
    });
    let html = quote!(::isle::__::finish(#buffer, &CAPACITY));
    let html = if opaque {
        html
    } else {
        quote!(::isle::__::tail(#html))
    };
    Expr::Verbatim(quote! {{
        #fence
        static CAPACITY: ::isle::__::Capacity = ::isle::__::Capacity::new();
        let mut #buffer = CAPACITY.buf();
        { let #buffer = &mut #buffer; #body }
        #html
    }})
}
