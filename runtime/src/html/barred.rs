//! What `Display` would print, though it must not: a `bool`, markup in an attribute, a `Result`.
//!
//! These traits stand in Rust's method lookup behind [`V`]'s own methods and before [`Shown`](super::Shown), so that what
//! can be printed is never compared with them: the compiler takes twice as long to find a method among a dozen types'.
//! Their methods are never called. A bound that does not hold carries the words; a lifetime in it keeps the compiler from
//! judging it before somebody tries.

use super::refused::{
    BoolAttribute, BoolClass, BoolStyle, BoolText, HtmlAttribute, ResultText, SecretText,
};
use super::{Classes, Cur, Html, Styles, V};
use crate::Secret;

macro_rules! barred {
    ($trait:ident: $([$($generic:tt)*] $type:ty),*) => {
        $(impl<$($generic)*> $trait for $type {})*
    };
}

/// Refuses a `bool` as text.
#[allow(missing_docs)]
pub trait NoBoolText: Sized {
    fn text<'b>(self, c: Cur<'b>, _: &str) -> Cur<'b>
    where
        &'b bool: BoolText,
    {
        c
    }
}

barred! {
    NoBoolText: [] V<bool>, [] V<&bool>, [] V<&&bool>, [] V<Option<bool>>, [] V<&Option<bool>>, [] V<Option<&bool>>,
    [] V<Vec<bool>>, [] V<&Vec<bool>>, [] V<&[bool]>, [const N: usize] V<[bool; N]>
}

/// Refuses a `bool` as the value of an attribute.
#[allow(missing_docs)]
pub trait NoBoolAttribute: Sized {
    fn attr<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b bool: BoolAttribute,
    {
        c
    }
    fn url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b bool: BoolAttribute,
    {
        c
    }
    fn image_url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b bool: BoolAttribute,
    {
        c
    }
    fn url_list<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b bool: BoolAttribute,
    {
        c
    }
}

barred!(NoBoolAttribute: [] V<bool>, [] V<&bool>, [] V<Option<bool>>, [] V<&Option<bool>>);

/// Refuses a `bool` as a class.
#[allow(missing_docs)]
pub trait NoBoolClass: Sized {
    fn class<'b>(self, classes: Classes<'b>) -> Classes<'b>
    where
        &'b bool: BoolClass,
    {
        classes
    }
}

barred!(NoBoolClass: [] V<bool>, [] V<&bool>, [] V<Option<bool>>, [] V<&Option<bool>>);

/// Refuses a `bool` as the value of a style.
#[allow(missing_docs)]
pub trait NoBoolStyle: Sized {
    fn style<'b>(self, styles: Styles<'b>, _: &str) -> Styles<'b>
    where
        &'b bool: BoolStyle,
    {
        styles
    }
}

barred!(NoBoolStyle: [] V<bool>, [] V<&bool>, [] V<Option<bool>>, [] V<&Option<bool>>);

/// Refuses markup as the value of an attribute.
#[allow(missing_docs)]
pub trait NoHtmlAttribute: Sized {
    fn attr<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn truth<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn flag_or<'b>(self, c: Cur<'b>, _: &str) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn image_url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn url_list<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b Html: HtmlAttribute,
    {
        c
    }
    fn style<'b>(self, styles: Styles<'b>, _: &str) -> Styles<'b>
    where
        &'b Html: HtmlAttribute,
    {
        styles
    }
    fn class<'b>(self, classes: Classes<'b>) -> Classes<'b>
    where
        &'b Html: HtmlAttribute,
    {
        classes
    }
}

barred!(NoHtmlAttribute: [] V<Html>, [] V<&Html>, [] V<Option<Html>>, [] V<&Option<Html>>);

/// Refuses a `Result` as text.
#[allow(missing_docs)]
pub trait NoResultText<T, E>: Sized {
    fn text<'b>(self, c: Cur<'b>, _: &str) -> Cur<'b>
    where
        Result<T, E>: ResultText,
    {
        c
    }
}

impl<T, E> NoResultText<T, E> for V<Result<T, E>> {}
impl<T, E> NoResultText<T, E> for V<&Result<T, E>> {}

/// Refuses a secret anywhere.
#[allow(missing_docs)]
pub trait NoSecretValue: Sized {
    fn text<'b>(self, c: Cur<'b>, _: &str) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn attr<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn truth<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn flag_or<'b>(self, c: Cur<'b>, _: &str) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn image_url<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn url_list<'b>(self, c: Cur<'b>, _: &str, _: usize) -> Cur<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn style<'b>(self, c: Styles<'b>, _: &str) -> Styles<'b>
    where
        &'b (): SecretText,
    {
        c
    }
    fn class<'b>(self, c: Classes<'b>) -> Classes<'b>
    where
        &'b (): SecretText,
    {
        c
    }
}

barred!(NoSecretValue: [T] V<Secret<T>>, [T] V<&Secret<T>>, [T] V<Option<Secret<T>>>, [T] V<&Option<Secret<T>>>);
