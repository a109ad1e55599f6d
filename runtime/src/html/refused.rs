//! What can't be printed, and what the compiler says of it.
//!
//! Methods of the same names as those that print, with a bound that does not hold: its trait carries the words.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::attribute::Attribute;
use super::class::Class;
use super::{Classes, Cur, Render, Styles, V};

/// Gives the same methods to several types, each with its generics in front.
///
/// They are written out where this is called, since that is the place which the compiler shows.
macro_rules! methods {
    ($methods:tt $([$($generic:tt)*] $type:ty),*) => {
        $(methods!(@ [$($generic)*] $type, $methods);)*
    };
    (@ [$($generic:tt)*] $type:ty, { $($method:tt)* }) => {
        #[allow(missing_docs)]
        impl<$($generic)*> $type { $($method)* }
    };
}

/// Where [`V`] leads when nothing can print the value. A reference is peeled off, since generated code adds one.
pub struct Refused<T>(RefusedValue<T>);

/// Where [`Refused`] leads when the value is no reference.
pub struct RefusedValue<T>(PhantomData<T>);

impl<T> Deref for V<T> {
    type Target = Refused<T>;

    fn deref(&self) -> &Refused<T> {
        &Refused(RefusedValue(PhantomData))
    }
}

impl<T> Deref for Refused<T> {
    type Target = RefusedValue<T>;

    fn deref(&self) -> &RefusedValue<T> {
        &self.0
    }
}

impl<T> fmt::Debug for Refused<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Refused")
    }
}

impl<T> fmt::Debug for RefusedValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefusedValue")
    }
}

methods! {
    {
        pub fn text<'b>(&self, c: Cur<'b>, _: &str) -> Cur<'b> where T: Render { c }
        pub fn attr<'b>(&self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b> where T: Attribute { c }
        pub fn truth<'b>(&self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b> where T: Attribute { c }
        pub fn flag_or<'b>(&self, c: Cur<'b>, _: &str) -> Cur<'b> where T: Attribute { c }
        pub fn url<'b>(&self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b> where T: Attribute { c }
        pub fn image_url<'b>(&self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b> where T: Attribute { c }
        pub fn url_list<'b>(&self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b> where T: Attribute { c }
        pub fn style<'b>(&self, styles: Styles<'b>, _: &str) -> Styles<'b> where T: Attribute { styles }
        pub fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> where T: Class { classes }
    }
    [T] Refused<&T>, [T] RefusedValue<T>
}

/// Says that a `bool` has no text.
#[diagnostic::on_unimplemented(
    message = "`bool` has no text of its own",
    label = "a `bool`",
    note = "write `{{if x {{ \"yes\" }} else {{ \"no\" }}}}`, or `{{x.then_some(\"yes\")}}` to print nothing where it is false"
)]
pub trait BoolText {}

/// Says that a `bool` is no attribute's value.
#[diagnostic::on_unimplemented(
    message = "this attribute takes text, and a `bool` has none of its own",
    label = "a `bool`",
    note = "write `{{if x {{ \"yes\" }} else {{ \"no\" }}}}`, or `{{x.then_some(\"yes\")}}` to leave it out where it is false"
)]
pub trait BoolAttribute {}

/// Says that a `bool` is no class.
#[diagnostic::on_unimplemented(
    message = "a `bool` is no class",
    label = "a `bool`",
    note = "write the class with its condition: `(\"hot\", item.hot)`, or `item.hot.then_some(\"hot\")`"
)]
pub trait BoolClass {}

/// Says that a `bool` is no value of a style.
#[diagnostic::on_unimplemented(
    message = "a `bool` is no value of a style",
    label = "a `bool`",
    note = "write `x.then_some(\"none\")` to leave the property out where it is false"
)]
pub trait BoolStyle {}

/// Says that markup is no attribute's value.
#[diagnostic::on_unimplemented(
    message = "markup can't be the value of an attribute",
    label = "`Html`",
    note = "an attribute takes text: hand in the text that the markup was made of"
)]
pub trait HtmlAttribute {}

/// Says that a secret is never printed.
#[diagnostic::on_unimplemented(
    message = "a secret is never printed: whoever sees the page would know it",
    label = "a `Secret`",
    note = "print something else, such as whether there is one; only if it is none, write `.expose()` behind it"
)]
pub trait SecretText {}

/// Says that a `Result` has no text.
#[diagnostic::on_unimplemented(
    message = "a `Result` has no text of its own",
    label = "a `Result`",
    note = "write `?` behind it, and its error ends the page"
)]
pub trait ResultText {}
