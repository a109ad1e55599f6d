//! `#[component]`: a function that is a tag.

mod bare;
mod ends;
mod expand;
mod fill;
pub(crate) mod has_slot;
mod island;
mod props;
mod render;
pub(crate) mod slots;
mod types;

use crate::error::Errors;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ItemFn;

pub(crate) use bare::expand_bare;
pub(crate) use expand::{Bare, Island, expand};

/// `#[component] fn Card(label: &str) -> Html { … }`
pub(crate) fn component(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    if let Some(token) = arguments.into_iter().next() {
        errors.at(
            token.span(),
            "`#[component]` takes no arguments",
            "write `#[component]`",
        );
    }
    let function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            let message = "`#[component]` belongs above a function";
            errors.at(
                error.span(),
                message,
                "write `fn Card(label: &str) -> Html { … }` below it",
            );
            let errors = errors.tokens();
            return quote!(#errors #item);
        }
    };
    let expanded = expand(function, None, &mut errors);
    let errors = errors.tokens();
    quote!(#errors #expanded)
}
