//! How generated code prints the value of an expression.
//!
//! `V(value).text(c, "")` is found in this order, and the first that fits is taken:
//!
//! 1. [`V`]'s own methods: what implements [`Render`](super::Render), [`Attribute`](super::Attribute) and so on, without `fmt`;
//! 2. [`EachRender`](super::EachRender): an iterator of such; and what is [barred](super::NoBoolText) from step 3, with an error;
//! 3. [`Shown`](super::Shown), [`ShownOne`](super::ShownOne): what is `Display`, through it;
//! 4. [`EachShown`](super::EachShown): an iterator of such;
//! 5. [`Refused`](super::Refused): anything else, with an error that says what to write.
//!
//! The traits must be in scope where it is called. The methods of step 1 that any of several traits may bring stand in
//! `place.rs`; here are those that one trait alone brings.

use super::Cur;
use super::attribute::Flag;
use super::json::Script;
use super::markup::Markup;
use super::spread::Spread;
use super::style::{Declarations, Styles};

/// The value of an expression in markup; its methods print it, each into another place.
///
/// Each prints what stands in front of the value as well, so that one look at the buffer's room serves both. An `open` ends with
/// an attribute's beginning, such as `<a title="`, of which the first `at` bytes are there even if the value is `None`.
#[derive(Debug, Clone, Copy)]
pub struct V<T>(pub T);

// A bound at the method, not at the impl: what does not hold it is one error, at the value.
impl<T> V<T> {
    /// Prints an attribute that is there or absent; `name` is such as ` disabled`.
    #[cfg_attr(not(debug_assertions), inline(always))]
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn styles<'b>(self, styles: Styles<'b>) -> Styles<'b>
    where
        T: Declarations,
    {
        self.0.declare(styles)
    }

    /// Prints markup, as `set:html` does.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn html<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b>
    where
        T: Markup,
    {
        self.0.markup(c.raw(before))
    }

    /// Prints JSON into a `<script>`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn json<'b>(self, c: Cur<'b>, before: &str) -> Cur<'b>
    where
        T: Script,
    {
        self.0.script(c.raw(before))
    }

    /// Prints an attribute that is JSON.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn json_value<'b>(self, c: Cur<'b>, open: &str, _: usize) -> Cur<'b>
    where
        T: Script,
    {
        self.0.quoted(c.raw(open))
    }

    /// Prints attributes whose names are known only now.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn spread<'b>(self, c: Cur<'b>) -> Cur<'b>
    where
        T: Spread,
    {
        self.0.spread(c, &[])
    }

    /// Prints attributes whose names are known only now, but for those that stand in the tag.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn spread_beside<'b>(self, c: Cur<'b>, written: &[&str]) -> Cur<'b>
    where
        T: Spread,
    {
        self.0.spread(c, written)
    }
}
