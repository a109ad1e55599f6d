//! Writes pages down in the languages of the engines.

mod askama;
mod code;
mod hypertext;
mod isle;
mod maud;
mod reference;
mod sailfish;
mod topcoat;
mod vy;

pub use code::Code;

use crate::node::{Component, Page};

/// Writes pages down as a user of one engine would.
pub trait Printer {
    /// The engine's name.
    fn name(&self) -> &'static str;

    /// What stands at a file's head.
    fn head(&self) -> &'static str;

    /// The type that a page's function returns.
    fn returns(&self) -> &'static str;

    /// A component.
    fn component(&self, component: &Component, code: &mut Code);

    /// A page: a public function of its name.
    fn page(&self, page: &Page, components: &[Component], code: &mut Code);
}

/// All engines, the reference first.
pub const ALL: [&dyn Printer; 8] = [
    &reference::Reference,
    &isle::Isle,
    &maud::Maud,
    &hypertext::Hypertext,
    &askama::Askama,
    &sailfish::Sailfish,
    &vy::Vy,
    &topcoat::Topcoat,
];

/// A module with one page and its components.
pub fn module(printer: &dyn Printer, components: &[Component], page: &Page) -> String {
    let mut code = Code::default();
    for line in printer.head().lines() {
        code.line(line);
    }
    for component in components {
        code.line("");
        printer.component(component, &mut code);
    }
    code.line("");
    printer.page(page, components, &mut code);
    code.into_text()
}

/// A function's argument, such as `item: &Item`.
fn argument(page: &Page) -> String {
    let (name, ty) = &page.argument;
    format!("{name}: &{ty}")
}

/// A component's arguments, such as `label: &str, stars: u32`.
fn arguments(component: &Component) -> String {
    let props = component
        .props
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}"));
    props.collect::<Vec<_>>().join(", ")
}

/// A place, as an expression of a prop's type.
fn lent(ty: &str, place: &str) -> String {
    let borrow = if ty.starts_with('&') && place.contains('.') {
        "&"
    } else {
        ""
    };
    format!("{borrow}{place}")
}

/// The name of a component's function.
fn function(component: &str) -> String {
    component.to_lowercase()
}

/// The name of the type that a page's template is.
fn type_name(page: &Page) -> String {
    let words = page
        .name
        .split('_')
        .map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect::<String>() + "Template"
}

/// A component's type, with the lifetime that its props have.
fn borrowed(ty: &str) -> String {
    ty.replace('&', "&'a ")
}
