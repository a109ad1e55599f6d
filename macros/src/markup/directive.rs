//! An island's directives at its tag.

use super::code;
use crate::error::Errors;
use isle_syntax::markup::tree::{Name, Value};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// The directives, in order: `&[Directive::Idle(Some(500))]`.
pub(super) fn list(directives: &[(Name, Value)], errors: &mut Errors) -> TokenStream {
    let each = directives
        .iter()
        .map(|(name, value)| directive(name, value, errors));
    quote!(&[#(#each),*])
}

fn directive(name: &Name, value: &Value, errors: &mut Errors) -> TokenStream {
    let word = name.text.strip_prefix("client:").unwrap_or_default();
    let (variant, optional) = match word {
        "idle" => ("Idle", true),
        "visible" => ("Visible", true),
        "media" => ("Media", false),
        "event" => ("Event", true),
        "only" => ("Only", false),
        _ => ("Load", false),
    };
    let variant = Ident::new(variant, name.start);
    let directive = quote_spanned!(name.start=> ::isle::__::Directive::#variant);
    let told = match value {
        Value::Bare => None,
        Value::Text(text) => {
            let mut literal = Literal::string(&text.value);
            literal.set_span(text.start);
            Some(literal.into_token_stream())
        }
        Value::Code(code) => Some(code::tokens(code, errors)),
    };
    match (told, optional) {
        (Some(told), true) => quote!(#directive(::core::option::Option::Some(#told))),
        (Some(told), false) => quote!(#directive(#told)),
        (None, true) => quote!(#directive(::core::option::Option::None)),
        (None, false) => directive,
    }
}
