//! What can't be printed, and what the compiler says of it.
//!
//! Methods of the same names as those that print, found before anything less fitting, with a bound that does not hold.
//! The bound's trait carries the words.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::attribute::Attribute;
use super::class::{Class, Classes};
use super::{Cur, Html, Render, Styles, V};

/// A method that is there to be refused: its name, its receiver, and the bound that does not hold.
macro_rules! methods {
    ($self:ident: $receiver:ty, [$($method:ident)*] $bound:tt) => {
        $(methods!(@ $method $self: $receiver, $bound);)*
    };
    (@ class $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn class<'b>($self: $receiver, classes: Classes<'b>) -> Classes<'b> where $($bound)* {
            classes
        }
    };
    (@ style $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn style<'b>($self: $receiver, styles: Styles<'b>, _: &str) -> Styles<'b> where $($bound)* {
            styles
        }
    };
    (@ text $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn text<'b>($self: $receiver, c: Cur<'b>) -> Cur<'b> where $($bound)* {
            c
        }
    };
    (@ first_text $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn first_text<'b>($self: $receiver, c: Cur<'b>) -> Cur<'b> where $($bound)* {
            c
        }
    };
    (@ $method:ident $self:ident: $receiver:ty, [$($bound:tt)*]) => {
        #[doc(hidden)]
        pub fn $method<'b>($self: $receiver, c: Cur<'b>, _: &str) -> Cur<'b> where $($bound)* {
            c
        }
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

impl<T> Refused<&T> {
    methods!(self: &Self, [text first_text] [T: Render]);
    methods!(self: &Self, [attr truth flag_or url image_url url_list style] [T: Attribute]);
    methods!(self: &Self, [class] [T: Class]);
}

impl<T> RefusedValue<T> {
    methods!(self: &Self, [text first_text] [T: Render]);
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

/// Methods that are never called. A lifetime in their bound keeps the compiler from judging it before somebody tries.
macro_rules! never {
    ($bound:tt, $methods:tt: $([$($generics:tt)*] $type:ty),*) => {$(
        impl<$($generics)*> V<$type> {
            methods!(self: Self, $methods $bound);
        }
    )*};
}

// But for these, `Display` would print a `bool` and markup.
never!([&'b bool: BoolText], [text first_text]: [] bool, [] &bool, [] &&bool, [] Option<bool>, [] &Option<bool>, [] Option<&bool>);
never!([&'b bool: BoolText], [text first_text]: [] Vec<bool>, [] &Vec<bool>, [] &[bool], [const N: usize] [bool; N]);
never!([&'b bool: BoolAttribute], [attr url image_url url_list style class]: [] bool, [] &bool, [] Option<bool>, [] &Option<bool>);
never!([&'b Html: HtmlAttribute], [attr truth flag_or url image_url url_list style class]: [] Html, [] &Html, [] Option<Html>, [] &Option<Html>);
never!([Result<T, E>: ResultText], [text first_text]: [T, E] Result<T, E>, [T, E] &Result<T, E>);
