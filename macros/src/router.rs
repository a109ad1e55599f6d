//! `router!`, `pages!`, `redirects!` and `link!`: lists of pages, checked as one table.

use crate::error::Errors;
use crate::island;
use crate::list::{Entries, List, Unused};
use crate::redirects::RedirectList;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::LitStr;
use syn::parse::Parser;

/// `isle::router![home, blog::PAGES]`
pub(crate) fn router(input: TokenStream) -> TokenStream {
    let input_text = input.to_string();
    let entries = match Entries::read.parse2(input) {
        Ok(entries) => entries,
        Err(error) => return refused(error),
    };
    let mut errors = Errors::default();
    let unnamed = entries.unnamed(&mut errors);
    let errors = errors.tokens();
    let (table, listed, check) = (entries.table(), entries.listed(), entries.check());
    let files = format!("/_isle/{:06x}", island::hash(input_text.as_bytes()) >> 40);
    let mounts = entries
        .types()
        .map(|page| quote!(<#page as ::isle::__::Mount<_, _>>::mount(&mut routes);));
    quote! {{
        #errors
        #unnamed
        #listed
        const TABLE: ::isle::__::Table = #table;
        const _: () = #check;
        let mut routes = ::isle::__::Routes::new();
        #(#mounts)*
        let settings = ::isle::Settings::from_env().unwrap_or_else(|bad| ::core::panic!("{bad}"));
        // Routers that are merged keep their islands' files apart.
        let site = ::isle::__::Site { files: #files, ..<::isle::__::default_site::SITE as ::isle::__::SiteInfo>::INFO };
        routes.finish(site, settings)
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

/// `isle::link!("/about")`
pub(crate) fn link(input: TokenStream) -> TokenStream {
    let path: LitStr = match syn::parse2(input) {
        Ok(path) => path,
        Err(error) => {
            let message = "`link!` takes a literal path";
            let help = "write `link!(\"/about\")`; a page's `url(…)` makes a link of values";
            return refused(syn::Error::new(
                error.span(),
                format!("{message}\nhelp: {help}"),
            ));
        }
    };
    // What is said of the path is shown at the path.
    let page =
        quote_spanned!(path.span()=> ::isle::__::find(&<SITE as ::isle::__::Routed>::TABLE, #path));
    quote! {{
        // A site is found by name; without one, the default stands in its place, which has no pages.
        const PAGE: (::isle::__::Site, &::isle::__::Info) = {
            #[allow(unused_imports)]
            use ::isle::__::default_site::*;
            {
                #[allow(unused_imports)]
                use crate::*;
                (<SITE as ::isle::__::SiteInfo>::INFO, #page)
            }
        };
        ::isle::__::literal(PAGE.0, PAGE.1, #path)
    }}
}

/// The error where an expression stands.
fn refused(error: syn::Error) -> TokenStream {
    let error = refused_item(error);
    quote!({ #error })
}

/// The error where an item stands.
pub(crate) fn refused_item(error: syn::Error) -> TokenStream {
    let mut errors = Errors::default();
    errors.syn(error);
    errors.tokens()
}
