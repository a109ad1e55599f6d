//! The pages that every engine prints, written out for each of them.
//!
//! A page is a tree of [`Node`]s. It comes from a template in a small notation ([`parse`]) or out of a generator
//! ([`small`]), and a [`Printer`](print::Printer) per engine writes it down as a user of that engine would. So all
//! engines print the same page, whatever is changed in it.

pub mod astro;
pub mod node;
pub mod parse;
pub mod print;
pub mod small;

pub use node::{Attribute, Component, Node, Page, Value};

/// The product page's template.
const PRODUCT: &str = include_str!("../templates/product.html");

/// The product page, with the components that it calls.
pub fn product() -> (Vec<Component>, Page) {
    parse::file(PRODUCT)
}
