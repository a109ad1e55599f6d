//! Markup as it is printed: the buffer, what can be printed, and escaping by place.
//!
//! Text and attributes escape `&`, `<`, `>`, `"` and `'`, and print NUL as U+FFFD, as the HTML parser reads it.
//!
//! What generated code calls is inlined in release builds alone: `inline(always)` would hold without optimisation, too,
//! and a debug build of many pages take four times as long.
//!
//! Sources: the WHATWG HTML standard, sections 13.1.2 and 13.2.5; its URL standard for addresses.

mod aside;
mod attribute;
#[cfg(any(debug_assertions, test))]
pub(crate) mod audit;
mod barred;
mod buf;
mod capacity;
mod class;
mod cursor;
mod digits;
mod doctype;
mod escape;
mod escape_kernel;
mod fallback;
mod first_line;
#[allow(clippy::module_inception)]
mod html;
mod json;
mod markup;
mod parked;
mod place;
mod refused;
mod render;
mod show;
mod spread;
mod style;
mod url;
mod value;

pub use attribute::{Attribute, Flag, Value};
pub use barred::{
    NoBoolAttribute, NoBoolClass, NoBoolStyle, NoBoolText, NoHtmlAttribute, NoResultText,
    NoSecretValue,
};
pub use buf::Buf;
pub use capacity::Capacity;
pub use class::{Class, Classes};
pub use cursor::Cur;
pub use fallback::{EachRender, EachShown, Shown, ShownOne};
pub use html::Html;
pub(crate) use json::string;
pub use json::{Json, Script, json};
pub use markup::Markup;
pub use refused::{
    BoolAttribute, BoolClass, BoolStyle, BoolText, HtmlAttribute, Refused, RefusedValue,
    ResultText, SecretText,
};
pub use render::Render;
pub use show::{Show, ShowOne};
pub use spread::{Attributes, NameRefused, Spread};
pub use style::{Declarations, Styles};
pub use url::Url;
pub use value::V;

#[cfg(test)]
mod tests;
