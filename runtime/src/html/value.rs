//! How generated code prints the value of an expression.
//!
//! `V(value).text(c)` is found in this order, and the first that fits is taken:
//!
//! 1. [`V`]'s own methods: what implements [`Render`], [`Attribute`] and so on, without `fmt`;
//! 2. [`EachRender`](super::EachRender): an iterator of such;
//! 3. [`Shown`](super::Shown), [`ShownOne`](super::ShownOne): what is `Display`, through it;
//! 4. [`EachShown`](super::EachShown): an iterator of such;
//! 5. [`Refused`](super::Refused): anything else, with an error that says what to write.
//!
//! The four traits must be in scope where it is called.

use super::attribute::{Attribute, Flag};
use super::class::{Class, Classes};
use super::json::Script;
use super::markup::Markup;
use super::spread::Spread;
use super::style::{Declarations, Styles};
use super::url::Use;
use super::{Cur, Render};

/// The value of an expression in markup; its methods print it, each into another place.
///
/// An `open` is what stands before an attribute's value, such as ` title="`. A value that is `None` prints nothing at all.
#[derive(Debug, Clone, Copy)]
pub struct V<T>(pub T);

impl<T: Render> V<T> {
    /// Prints it between tags.
    #[inline(always)]
    pub fn text<'b>(self, c: Cur<'b>) -> Cur<'b> {
        self.0.put(c)
    }

    /// Prints it as the first thing in a `<pre>`, `<textarea>` or `<listing>`, where the parser drops a line break.
    #[inline(always)]
    pub fn first_text<'b>(self, c: Cur<'b>) -> Cur<'b> {
        let start = c.position();
        self.text(c).first_line(start)
    }
}

impl<T: Attribute> V<T> {
    /// Prints an attribute with it.
    #[inline(always)]
    pub fn attr<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.value().attr(c, open)
    }

    /// Prints an attribute that says `true` or `false`, or a text.
    #[inline(always)]
    pub fn truth<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.value().attr(c, open)
    }

    /// Prints an attribute that is there, absent, or there with a text; `name` is such as ` hidden`.
    #[inline(always)]
    pub fn flag_or<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
        self.0.value().named(c, name)
    }

    /// Prints an attribute that is a URL, unless its scheme may run code.
    #[inline(always)]
    pub fn url<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.value().url(c, open, Use::Any)
    }

    /// Prints an attribute that is the URL of an image.
    #[inline(always)]
    pub fn image_url<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.value().url(c, open, Use::Image)
    }

    /// Prints an attribute that is a list of URLs.
    #[inline(always)]
    pub fn url_list<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.value().url(c, open, Use::List)
    }

    /// Adds a declaration of `property` to a list of styles.
    #[inline(always)]
    pub fn style<'b>(self, styles: Styles<'b>, property: &str) -> Styles<'b> {
        self.0.value().style(styles, property)
    }
}

impl<T: Class> V<T> {
    /// Adds it to a list of classes.
    #[inline(always)]
    pub fn class<'b>(self, classes: Classes<'b>) -> Classes<'b> {
        self.0.class(classes)
    }
}

/// A `bool` where an attribute takes one beside text.
macro_rules! bools {
    ($($bool:ty)*) => {$(
        impl V<$bool> {
            /// Prints an attribute that says `true` or `false`.
            #[inline(always)]
            pub fn truth<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
                match self.0.answer() {
                    Some(true) => c.raw(open).raw("true\""),
                    Some(false) => c.raw(open).raw("false\""),
                    None => c,
                }
            }

            /// Prints an attribute that is there or absent.
            #[inline(always)]
            pub fn flag_or<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
                self.flag(c, name)
            }
        }
    )*};
}

bools!(bool &bool Option<bool> &Option<bool> Option<&bool>);

// What only one trait can print has its bound at the method, which gives one error by itself.
impl<T> V<T> {
    /// Prints an attribute that is there or absent; `name` is such as ` disabled`.
    #[inline(always)]
    pub fn flag<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b>
    where
        T: Flag,
    {
        if self.0.answer() == Some(true) {
            c.raw(name)
        } else {
            c
        }
    }

    /// Adds pairs of property and value to a list of styles.
    #[inline(always)]
    pub fn styles<'b>(self, styles: Styles<'b>) -> Styles<'b>
    where
        T: Declarations,
    {
        self.0.declare(styles)
    }

    /// Prints markup, as `set:html` does.
    #[inline(always)]
    pub fn html<'b>(self, c: Cur<'b>) -> Cur<'b>
    where
        T: Markup,
    {
        self.0.markup(c)
    }

    /// Prints JSON into a `<script>`.
    #[inline(always)]
    pub fn json<'b>(self, c: Cur<'b>) -> Cur<'b>
    where
        T: Script,
    {
        self.0.script(c)
    }

    /// Prints attributes whose names are known only now.
    #[inline(always)]
    pub fn spread<'b>(self, c: Cur<'b>) -> Cur<'b>
    where
        T: Spread,
    {
        self.0.spread(c, &[])
    }

    /// Prints attributes whose names are known only now, but for those that stand in the tag.
    #[inline(always)]
    pub fn spread_beside<'b>(self, c: Cur<'b>, written: &[&str]) -> Cur<'b>
    where
        T: Spread,
    {
        self.0.spread(c, written)
    }
}
