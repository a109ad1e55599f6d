//! The macros of isle. Users depend on the crate `isle`, which re-exports and documents them.
#![forbid(unsafe_code)]

mod component;
mod cookie;
mod destination;
mod error;
mod island;
mod list;
mod markup;
mod page;
mod pattern;
mod reach;
mod redirects;
mod router;
mod site;
mod tail;

use proc_macro::TokenStream;

/// Markup as a value. See `isle::html`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    markup::html(input.into()).into()
}

/// A function that answers a route. See `isle::page`.
#[proc_macro_attribute]
pub fn page(arguments: TokenStream, item: TokenStream) -> TokenStream {
    page::page(arguments.into(), item.into()).into()
}

/// A function that answers a route with something else than a page. See `isle::endpoint`.
#[proc_macro_attribute]
pub fn endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    page::endpoint(arguments.into(), item.into()).into()
}

/// A function that is a tag. See `isle::component`.
#[proc_macro_attribute]
pub fn component(arguments: TokenStream, item: TokenStream) -> TokenStream {
    component::component(arguments.into(), item.into()).into()
}

/// A component that comes alive in the browser. See `isle::island`.
#[proc_macro_attribute]
pub fn island(arguments: TokenStream, item: TokenStream) -> TokenStream {
    island::island(arguments.into(), item.into()).into()
}

/// A JavaScript module of the crate, embedded with what it imports. For isle's own client script.
#[doc(hidden)]
#[proc_macro]
pub fn island_file(path: TokenStream) -> TokenStream {
    island::file(path.into()).into()
}

/// `html!` within a page or a component, which knows what this prints. Written by their macros.
#[doc(hidden)]
#[proc_macro]
pub fn part(input: TokenStream) -> TokenStream {
    markup::part(input.into()).into()
}

/// A type that may go to the browser. See `isle::ClientProps`.
#[proc_macro_derive(ClientProps)]
pub fn client_props(item: TokenStream) -> TokenStream {
    island::client_props(item.into()).into()
}

/// An axum router of pages. See `isle::router`.
#[proc_macro]
pub fn router(input: TokenStream) -> TokenStream {
    router::router(input.into()).into()
}

/// A list of pages. See `isle::pages`.
#[proc_macro]
pub fn pages(input: TokenStream) -> TokenStream {
    router::pages(input.into()).into()
}

/// Paths that lead to others. See `isle::redirects`.
#[proc_macro]
pub fn redirects(input: TokenStream) -> TokenStream {
    router::redirects(input.into()).into()
}

/// A site: its pages and what is known of it at compile time. See `isle::site`.
#[proc_macro]
pub fn site(input: TokenStream) -> TokenStream {
    site::site(input.into()).into()
}

/// A link to a page of the site. See `isle::link`.
#[proc_macro]
pub fn link(input: TokenStream) -> TokenStream {
    router::link(input.into()).into()
}

/// A type that is a cookie. See `isle::CookieValue`.
#[proc_macro_derive(CookieValue, attributes(cookie))]
pub fn cookie_value(item: TokenStream) -> TokenStream {
    cookie::cookie_value(item.into()).into()
}
