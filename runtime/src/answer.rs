//! From what a page's function returns to a response.

use crate::Exit;
use crate::html::{Buf, Capacity, Html};
use std::any::Any;

/// What a function may return that ends in `html!`.
#[diagnostic::on_unimplemented(
    message = "the function ends in markup, which is no `{Self}`",
    label = "markup is `Html`",
    note = "return `Page`, `Html`, or a `Result<Html, E>`"
)]
pub trait Tail {
    /// The function's answer.
    fn tail(html: Html) -> Self;
}

#[diagnostic::do_not_recommend]
impl Tail for Html {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn tail(html: Html) -> Self {
        html
    }
}

#[diagnostic::do_not_recommend]
impl<E: 'static> Tail for Result<Html, E> {
    #[inline]
    fn tail(html: Html) -> Self {
        html.into_page().or_else(exited)
    }
}

/// A component ended the page: a [`Page`](crate::Page) says so by itself, any other result holds it in its markup.
#[cold]
fn exited<E: 'static>(exit: Exit) -> Result<Html, E> {
    let mut exit = Some(exit);
    if let Some(exit) = (&mut exit as &mut dyn Any)
        .downcast_mut::<Option<E>>()
        .and_then(Option::take)
    {
        return Err(exit);
    }
    let mut out = Buf::new();
    exit.into_iter().for_each(|exit| out.exit(exit));
    Ok(out.finish())
}

/// The function's answer, of the type that the function has.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn tail<T: Tail>(html: Html) -> T {
    T::tail(html)
}

/// Finishes a page, and remembers how long it was. In place: out of line a small page takes 6 % longer.
#[inline]
pub fn finish(out: Buf, capacity: &Capacity) -> Html {
    capacity.learn(out.len());
    out.finish()
}
