//! `#[island]`: a component with a module that brings it to life in the browser.

mod client_props;
mod graph;
mod hash;
mod module;

use crate::component;
use crate::error::Errors;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{ItemFn, LitInt, LitStr, Token};

pub(crate) use client_props::client_props;
pub(crate) use hash::hash;

/// `#[island("islands/cart.js")] fn Cart(items: Vec<Item>) -> Html { … }`
pub(crate) fn island(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            errors.at(
                error.span(),
                "`#[island]` belongs above a function that returns markup",
                "write `fn Cart(items: Vec<Item>) -> Html { … }` below it",
            );
            let errors = errors.tokens();
            return quote!(#errors #item);
        }
    };
    let (file, budget) = match syn::parse2::<Arguments>(arguments) {
        Ok(Arguments { path, budget }) => (module::file(&path, &mut errors), budget),
        Err(error) => {
            errors.syn(error);
            (None, None)
        }
    };
    let island = component::Island {
        file: file.unwrap_or_else(module::nothing),
        budget: budget.unwrap_or(BUDGET),
    };
    let expanded = component::expand(function, Some(island), &mut errors);
    let errors = errors.tokens();
    quote!(#errors #expanded)
}

/// How many bytes of props pass unsaid.
const BUDGET: usize = 16 * 1024;

/// `island_file!("src/island/client/isle.js")`
pub(crate) fn file(path: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let file = match syn::parse2::<LitStr>(path) {
        Ok(path) => module::file(&path, &mut errors),
        Err(error) => {
            errors.syn(error);
            None
        }
    };
    let file = file.unwrap_or_else(module::nothing);
    let errors = errors.tokens();
    quote!({ #errors #file })
}

struct Arguments {
    path: LitStr,
    budget: Option<usize>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let refused = |span: Span, message: &str, help: &str| {
            Err(syn::Error::new(span, format!("{message}\nhelp: {help}")))
        };
        if !input.peek(LitStr) {
            let message = "an island needs its JavaScript module";
            let help = "write its path from the crate's root: `#[island(\"islands/cart.js\")]`";
            return refused(input.span(), message, help);
        }
        let path = input.parse()?;
        let mut budget = None;
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let name: syn::Ident = input.parse()?;
            if name != "budget" {
                let message = format!("`{name}` is no setting of an island");
                let help = "an island takes its path and `budget = 32_768`, the bytes of props that pass without a warning";
                return refused(name.span(), &message, help);
            }
            input.parse::<Token![=]>()?;
            budget = Some(input.parse::<LitInt>()?.base10_parse()?);
        }
        Ok(Self { path, budget })
    }
}
