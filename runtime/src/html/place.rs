//! The places where a value is printed, for what needs no `fmt`.

use super::attribute::{Attribute, Flag, before};
use super::class::{Class, Classes};
use super::style::Styles;
use super::url::Use;
use super::{Cur, Render, V};

impl<T: Render> V<T> {
    /// Prints it between tags.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn text<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b> {
        self.0.put(c, before)
    }
}

impl<T: Attribute> V<T> {
    /// Prints an attribute with it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn attr<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.0.attr(c, open, at)
    }

    /// Prints an attribute that says `true` or `false`, or a text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn truth<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.0.attr(c, open, at)
    }

    /// Prints an attribute that is there, absent, or there with a text; `name` is such as ` hidden`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn flag_or<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
        self.0.value().named(c, name)
    }

    /// Prints an attribute that is a URL, unless its scheme may run code.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn url<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.0.url(c, open, at, Use::Any)
    }

    /// Prints an attribute that is the URL of an image.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn image_url<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.0.url(c, open, at, Use::Image)
    }

    /// Prints an attribute that is a list of URLs.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn url_list<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.0.url(c, open, at, Use::List)
    }

    /// Adds a declaration of `property` to a list of styles.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn style<'b>(self, styles: Styles<'b>, property: &str) -> Styles<'b> {
        self.0.value().style(styles, property)
    }
}

impl<T: Class> V<T> {
    /// Adds it to a list of classes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn class<'b>(self, classes: Classes<'b>) -> Classes<'b> {
        self.0.class(classes)
    }
}

/// A `bool` where an attribute takes one beside text.
macro_rules! bools {
    ($($bool:ty)*) => {$(
        impl V<$bool> {
            /// Prints an attribute that says `true` or `false`.
            #[cfg_attr(not(debug_assertions), inline(always))]
            pub fn truth<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
                match self.0.answer() {
                    Some(true) => c.raw(open).raw("true\""),
                    Some(false) => c.raw(open).raw("false\""),
                    None => c.raw(before(open, at)),
                }
            }

            /// Prints an attribute that is there or absent.
            #[cfg_attr(not(debug_assertions), inline(always))]
            pub fn flag_or<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
                self.flag(c, name)
            }
        }
    )*};
}

bools!(bool &bool Option<bool> &Option<bool> Option<&bool>);
