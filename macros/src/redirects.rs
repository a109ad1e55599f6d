//! `redirects!`: paths that lead to others.

use crate::destination::Destination;
use crate::error::Errors;
use crate::list::{Head, Unused};
use crate::pattern;
use isle_syntax::pattern::parse;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token, bracketed};

/// `"/old" => "/new", "/b/[...path]" => "/blog/[...path]"`
pub(crate) struct Redirects(Punctuated<Redirect, Token![,]>);

/// `"/old" => "/new"`
struct Redirect {
    source: LitStr,
    destination: Destination,
}

impl Parse for Redirects {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Punctuated::parse_terminated(input).map(Self)
    }
}

impl Parse for Redirect {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let source = input.parse()?;
        input.parse::<Token![=>]>()?;
        let destination = input.parse()?;
        Ok(Self {
            source,
            destination,
        })
    }
}

impl Redirects {
    /// What makes the type of this name a list of the redirects. Messages call it what `shown` says.
    pub(crate) fn tokens(
        &self,
        name: &Ident,
        shown: &TokenStream,
        errors: &mut Errors,
    ) -> TokenStream {
        let infos = self.0.iter().filter_map(|it| it.info(shown, errors));
        let infos: Vec<TokenStream> = infos.collect();
        quote! {
            impl ::isle::__::Routed for #name {
                const TABLE: ::isle::__::Table = ::isle::__::Table::List(&[#(&::isle::__::Table::Page(&#infos)),*]);
            }
            impl<S> ::isle::__::Mount<S, ()> for #name
            where
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                fn mount(routes: &mut ::isle::__::Routes<S>) {
                    routes.add_redirects(&<#name as ::isle::__::Routed>::TABLE);
                }
            }
        }
    }
}

impl Redirect {
    /// What the table knows of it.
    fn info(&self, shown: &TokenStream, errors: &mut Errors) -> Option<TokenStream> {
        let written = self.source.value();
        let source = match parse(&written) {
            Ok(source) => source,
            Err(error) => {
                errors.at(self.source.span(), error.to_string(), error.help());
                return None;
            }
        };
        let destination = self.destination.tokens(&source, &written, errors)?;
        let segments = pattern::segments(&source);
        let key = source.key();
        Some(quote! {
            ::isle::__::Info {
                name: ::core::concat!(::core::module_path!(), "::", #shown),
                pattern: #written,
                segments: &[#segments],
                methods: ::isle::__::Methods::EVERY,
                kind: ::isle::__::Kind::Redirect(&#destination),
                key: #key,
                partial: false,
                cross_site: false,
                reach: ::isle::__::nothing,
                prerender: false,
            }
        })
    }
}

/// `pub MOVED = ["/old" => "/new"]`
pub(crate) struct RedirectList {
    head: Head,
    redirects: Redirects,
}

impl Parse for RedirectList {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let source: LitStr = input.parse()?;
            return Err(syn::Error::new(
                source.span(),
                "a list of redirects outside of a site needs a name\n\
                 help: write `isle::redirects! { pub MOVED = [\"/old\" => \"/new\"] }`, and `MOVED` among the site's pages",
            ));
        }
        let head = input.parse()?;
        input.parse::<Token![=]>()?;
        let redirects;
        bracketed!(redirects in input);
        Ok(Self {
            head,
            redirects: redirects.parse()?,
        })
    }
}

impl RedirectList {
    pub(crate) fn tokens(&self, errors: &mut Errors) -> TokenStream {
        let name = &self.head.name;
        let text = "Redirects, as a list that goes into `router!`, `pages!` and `site!`.";
        let head = self.head.tokens(text);
        let shown = name.to_string();
        let redirects = self.redirects.tokens(name, &quote!(#shown), errors);
        let listed = self.head.listed(Unused::Warns);
        quote! {
            #head

            #[allow(clippy::all, missing_docs)]
            const _: () = { #listed #redirects };
        }
    }
}
