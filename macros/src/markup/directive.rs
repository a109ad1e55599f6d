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
    let (variant, told, optional) = match word {
        "idle" => ("Idle", "idle", true),
        "visible" => ("Visible", "visible", true),
        "media" => ("Media", "media", false),
        "event" => ("Event", "event", true),
        "only" => ("Only", "only", false),
        _ => ("Load", "load", false),
    };
    let directive = |name: &str, place| {
        let name = Ident::new(name, place);
        quote_spanned!(place=> ::isle::__::Directive::#name)
    };
    let (variant, function) = (directive(variant, name.start), directive(told, name.start));
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
        (Some(told), _) => quote!(#function(#told)),
        (None, true) => quote!(#variant(::core::option::Option::None)),
        (None, false) => variant,
    }
}
