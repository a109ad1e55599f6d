//! What a component answers, in its place.

use crate::Exit;
use crate::html::{Buf, Html};

/// What a component may return: [`Html`], or a `Result` of it, such as [`Page`](crate::Page).
#[diagnostic::on_unimplemented(
    message = "a component can't return `{Self}`",
    label = "is no markup",
    note = "return `Html`, or `Page` if the component may end the page"
)]
pub trait Written {
    /// Prints what was not yet printed, and parks an error that ends the page.
    fn write(self, out: &mut Buf);
}

#[diagnostic::do_not_recommend]
impl Written for Html {
    #[inline]
    fn write(self, out: &mut Buf) {
        out.put(self);
    }
}

#[diagnostic::do_not_recommend]
impl<E: Into<Exit>> Written for Result<Html, E> {
    #[inline]
    fn write(self, out: &mut Buf) {
        match self {
            Ok(html) => out.put(html),
            Err(error) => out.exit(error.into()),
        }
    }
}
