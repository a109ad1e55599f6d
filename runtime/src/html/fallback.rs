//! What [`V`]'s own methods don't print: iterators, and what is `Display` and nothing more.
//!
//! Each trait stands at another step of Rust's method lookup (by value, by reference, by mutable reference), so that no two
//! of them are ever found together.

use super::attribute::Value;
use super::show::{Show, ShowOne};
use super::url::Use;
use super::{Classes, Cur, Render, Styles, V};

/// Printing between tags, by a trait.
macro_rules! text {
    ($(#[$what:meta])* $trait:ident<$($marker:ident)?>) => {
        $(#[$what])*
        pub trait $trait<$($marker)?>: Sized {
            /// See [`V::text`].
            fn text<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b>;
        }
    };
}

text! {
    /// Prints an iterator of what implements [`Render`].
    EachRender<>
}

text! {
    /// Prints what is `Display`, also in options and lists.
    Shown<M>
}

text! {
    /// Prints an iterator of what is `Display`.
    EachShown<M>
}

#[diagnostic::do_not_recommend]
impl<I: Iterator<Item: Render>> EachRender for V<I> {
    #[inline]
    fn text<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b> {
        self.0.fold(c.raw(before), |c, item| item.put(c, ""))
    }
}

#[diagnostic::do_not_recommend]
impl<M, T: Show<M>> Shown<M> for &V<T> {
    #[inline]
    fn text<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b> {
        self.0.show(c.raw(before))
    }
}

#[diagnostic::do_not_recommend]
impl<M, I: Iterator<Item: Show<M>>> EachShown<M> for &mut V<I> {
    #[inline]
    fn text<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b> {
        self.0.by_ref().fold(c.raw(before), |c, item| item.show(c))
    }
}

/// Prints what is `Display`, or an option of it, where one value is taken.
pub trait ShownOne<M>: Sized {
    /// The value.
    fn one(&self) -> Value<'_>;

    /// See [`V::attr`].
    fn attr<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.one().attr(c, open, at)
    }

    /// See [`V::truth`].
    fn truth<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.one().attr(c, open, at)
    }

    /// See [`V::flag_or`].
    fn flag_or<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
        self.one().named(c, name)
    }

    /// See [`V::url`].
    fn url<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.one().url(c, open, at, Use::Any)
    }

    /// See [`V::image_url`].
    fn image_url<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.one().url(c, open, at, Use::Image)
    }

    /// See [`V::url_list`].
    fn url_list<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.one().url(c, open, at, Use::List)
    }

    /// See [`V::class`].
    fn class<'b>(self, classes: Classes<'b>) -> Classes<'b> {
        self.one().class(classes)
    }

    /// See [`V::style`].
    fn style<'b>(self, styles: Styles<'b>, property: &str) -> Styles<'b> {
        self.one().style(styles, property)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T: ShowOne<M>> ShownOne<M> for &V<T> {
    fn one(&self) -> Value<'_> {
        self.0.one()
    }
}
