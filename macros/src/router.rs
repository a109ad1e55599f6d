//! `router!`, `pages!`, `redirects!`, `site!` and `link!`: lists of pages, checked as one table.

use crate::error::Errors;
use crate::list::{Entries, List, Unused};
use crate::redirects::RedirectList;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Expr, LitStr, Token};

/// `isle::router![home, blog::PAGES]`
pub(crate) fn router(input: TokenStream) -> TokenStream {
    let entries = match Entries::read.parse2(input) {
        Ok(entries) => entries,
        Err(error) => return refused(error),
    };
    let mut errors = Errors::default();
    let unnamed = entries.unnamed(&mut errors);
    let errors = errors.tokens();
    let (table, listed) = (entries.table(), entries.listed());
    let mounts = entries
        .types()
        .map(|page| quote!(<#page as ::isle::__::Mount<_, _>>::mount(&mut routes);));
    quote! {{
        #errors
        #unnamed
        #listed
        const TABLE: ::isle::__::Table = #table;
        const _: () = ::isle::__::check(&TABLE);
        let mut routes = ::isle::__::Routes::new();
        #(#mounts)*
        let settings = ::isle::Settings::from_env().unwrap_or_else(|bad| ::core::panic!("{bad}"));
        routes.finish(<::isle::__::default_site::SITE as ::isle::__::SiteInfo>::INFO, settings)
    }}
}

/// `isle::pages! { pub PAGES = [index, post] }`
pub(crate) fn pages(input: TokenStream) -> TokenStream {
    let list: List = match syn::parse2(input) {
        Ok(list) => list,
        Err(error) => return refused_item(error),
    };
    let mut errors = Errors::default();
    let list = list.tokens(&TokenStream::new(), Unused::Warns, &mut errors);
    let errors = errors.tokens();
    quote!(#errors #list)
}

/// `isle::redirects! { pub MOVED = ["/old" => "/new"] }`
pub(crate) fn redirects(input: TokenStream) -> TokenStream {
    let list: RedirectList = match syn::parse2(input) {
        Ok(list) => list,
        Err(error) => return refused_item(error),
    };
    let mut errors = Errors::default();
    let list = list.tokens(&mut errors);
    let errors = errors.tokens();
    quote!(#errors #list)
}

/// `isle::site! { pub SITE: [home, blog::PAGES], base: "/docs" }`
pub(crate) fn site(input: TokenStream) -> TokenStream {
    let Site { list, settings } = match syn::parse2(input) {
        Ok(site) => site,
        Err(error) => return refused_item(error),
    };
    let mut errors = Errors::default();
    let settings = settings
        .iter()
        .map(|(name, value)| setting(name, value, &mut errors))
        .collect::<TokenStream>();
    let name = &list.head.name;
    let span = name.span();
    let check = quote_spanned!(span=> const _: () = ::isle::__::check(&<#name as ::isle::__::Routed>::TABLE););
    let mounts = quote! {
        impl ::isle::__::SiteInfo for #name {
            const INFO: ::isle::__::Site = ::isle::__::Site { #settings ..::isle::__::Site::DEFAULT };
        }
        #check
        #[allow(dead_code)]
        impl #name {
            /// The site as an axum router, to be merged, nested and layered like any other.
            pub fn router<S, M>(settings: ::isle::Settings) -> ::isle::__::Router<S>
            where
                Self: ::isle::__::Mount<S, M>,
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let mut routes = ::isle::__::Routes::new();
                <Self as ::isle::__::Mount<S, M>>::mount(&mut routes);
                routes.finish(<Self as ::isle::__::SiteInfo>::INFO, settings)
            }

            /// What answers where no route does, as an application's `fallback`: the page `/404`.
            pub fn not_found<S, M>(settings: ::isle::Settings) -> ::isle::__::NotFound<S>
            where
                Self: ::isle::__::Mount<S, M>,
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let mut routes = ::isle::__::Routes::new();
                <Self as ::isle::__::Mount<S, M>>::mount(&mut routes);
                routes.not_found(<Self as ::isle::__::SiteInfo>::INFO, settings)
            }
        }
    };
    let list = list.tokens(&mounts, Unused::Fine, &mut errors);
    let errors = errors.tokens();
    quote!(#errors #list)
}

/// `isle::link!("/about")`
pub(crate) fn link(input: TokenStream) -> TokenStream {
    let path: LitStr = match syn::parse2(input) {
        Ok(path) => path,
        Err(error) => return refused(error),
    };
    let span = path.span();
    let check =
        quote_spanned!(span=> ::isle::__::find(&<crate::SITE as ::isle::__::Routed>::TABLE, #path));
    quote! {{
        const PAGE: &::isle::__::Info = #check;
        ::isle::__::literal(<crate::SITE as ::isle::__::SiteInfo>::INFO, PAGE, #path)
    }}
}

/// The error where an expression stands.
fn refused(error: syn::Error) -> TokenStream {
    let error = refused_item(error);
    quote!({ #error })
}

/// The error where an item stands.
fn refused_item(error: syn::Error) -> TokenStream {
    let mut errors = Errors::default();
    errors.syn(error);
    errors.tokens()
}

/// `pub SITE: [home], base: "/docs"`
struct Site {
    list: List,
    settings: Vec<(Ident, Expr)>,
}

impl Parse for Site {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let list = List::read(input, |input| input.parse::<Token![:]>().map(drop))?;
        let mut settings = Vec::new();
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![:]>()?;
            settings.push((name, input.parse()?));
        }
        if !input.is_empty() {
            return Err(input.error("expected `,` and a setting, such as `base: \"/docs\"`"));
        }
        Ok(Self { list, settings })
    }
}

fn setting(name: &Ident, value: &Expr, errors: &mut Errors) -> TokenStream {
    match name.to_string().as_str() {
        "base" => match value {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => base(text, errors),
            _ => {
                errors.at(
                    name.span(),
                    "the base path is a literal",
                    "write `base: \"/docs\"`",
                );
                TokenStream::new()
            }
        },
        "trailing_slash" => match value {
            // A bare `Always` reads as it does in the docs.
            Expr::Path(path) if path.path.segments.len() == 1 => {
                quote!(trailing_slash: ::isle::TrailingSlash::#value,)
            }
            _ => quote!(trailing_slash: #value,),
        },
        other => {
            let help = "a site takes `base: \"/docs\"` and `trailing_slash: Never` (or `Always`, `Ignore`)";
            errors.at(
                name.span(),
                format!("`{other}` is no setting of a site"),
                help,
            );
            TokenStream::new()
        }
    }
}

/// A base path begins with a slash and ends with none; `"/"` is none at all.
fn base(text: &LitStr, errors: &mut Errors) -> TokenStream {
    let value = text.value();
    let trimmed = value.trim_end_matches('/');
    if !value.starts_with('/')
        || value.contains("//")
        || value.contains(['?', '#', '[', ']', '\\', ' '])
    {
        errors.at(
            text.span(),
            "a base path is a plain path",
            "write it from the root, such as \"/docs\"",
        );
        return TokenStream::new();
    }
    if trimmed.len() != value.len() && value != "/" {
        errors.at(
            text.span(),
            "a base path ends without a slash",
            format!("write {trimmed:?}"),
        );
    }
    quote!(base: #trimmed,)
}
