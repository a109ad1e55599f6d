//! How generated code prints the value of an expression.

use super::{Cur, Render};

/// The value of an expression in markup.
#[derive(Debug)]
pub struct V<T>(pub T);

impl<T: Render> V<T> {
    /// Prints it as text.
    #[inline(always)]
    pub fn text<'b>(self, c: Cur<'b>) -> Cur<'b> {
        self.0.put(c)
    }

    /// Prints an attribute: ` name="` is `open`.
    #[inline(always)]
    pub fn attr<'b>(self, c: Cur<'b>, open: &str) -> Cur<'b> {
        self.0.put(c.raw(open)).raw("\"")
    }
}
