//! `#[page]` and `#[endpoint]`: functions that answer routes.

mod answer;
mod arguments;
mod expand;
mod prerender;
mod signature;

use crate::error::Errors;
use crate::reach::Owner;
use arguments::{Arguments, Kind};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ItemFn;

/// `#[page("/about")] async fn about() -> Page { … }`
pub(crate) fn page(arguments: TokenStream, item: TokenStream) -> TokenStream {
    routed(Kind::Page, arguments, item)
}

/// `#[endpoint(POST, "/api/cart")] async fn add(…) -> impl IntoResponse { … }`
pub(crate) fn endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    routed(Kind::Endpoint, arguments, item)
}

fn routed(kind: Kind, arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            let message = match kind {
                Kind::Page => "`#[page]` belongs above a function",
                Kind::Endpoint => "`#[endpoint]` belongs above a function",
            };
            errors.at(
                error.span(),
                message,
                "write `async fn about() -> Page { … }` below it",
            );
            let errors = errors.tokens();
            return quote!(#errors #item);
        }
    };
    let expanded = match Arguments::read(kind, arguments, &mut errors) {
        Some(arguments) => expand::expand(arguments, function, &mut errors),
        // Without a pattern there is no route, but the function is still checked.
        None => answer::function(function, true, &Owner::nobody(), &mut errors),
    };
    let errors = errors.tokens();
    quote!(#errors #expanded)
}
