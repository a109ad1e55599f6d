//! What can't be printed, and what the compiler says of it.
//!
//! Methods of the same names as those that print, with a bound that does not hold: its trait carries the words.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::attribute::Attribute;
use super::class::Class;
use super::{Render, V};

/// A method that is there to be refused: its name, its receiver, and the bound that does not hold.
macro_rules! methods {
    ($self:ident: $receiver:ty, [$($method:ident)*] $bound:tt) => {
        $(methods!(@ $method $self: $receiver, $bound);)*
    };
    (@ class $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn class<'b>($self: $receiver, classes: $crate::html::Classes<'b>) -> $crate::html::Classes<'b> where $($bound)* {
            classes
        }
    };
    (@ style $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn style<'b>($self: $receiver, styles: $crate::html::Styles<'b>, _: &str) -> $crate::html::Styles<'b> where $($bound)* {
            styles
        }
    };
    (@ text $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn text<'b>($self: $receiver, c: $crate::html::Cur<'b>) -> $crate::html::Cur<'b> where $($bound)* {
            c
        }
    };
    (@ $method:ident $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn $method<'b>($self: $receiver, c: $crate::html::Cur<'b>, _: &str) -> $crate::html::Cur<'b> where $($bound)* {
            c
        }
    };
}

pub(super) use methods;

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

impl<T> Refused<&T> {
    methods!(self: &Self, [text] [T: Render]);
    methods!(self: &Self, [attr truth flag_or url image_url url_list style] [T: Attribute]);
    methods!(self: &Self, [class] [T: Class]);
}

impl<T> RefusedValue<T> {
    methods!(self: &Self, [text] [T: Render]);
    methods!(self: &Self, [attr truth flag_or url image_url url_list style] [T: Attribute]);
    methods!(self: &Self, [class] [T: Class]);
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

/// Says that a `Result` has no text.
#[diagnostic::on_unimplemented(
    message = "a `Result` has no text of its own",
    label = "a `Result`",
    note = "write `?` behind it, and its error ends the page"
)]
pub trait ResultText {}
