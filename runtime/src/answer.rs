//! From what a page's function returns to a response.

use crate::Exit;
use crate::html::{Buf, Capacity, Html};
use crate::route::Info;
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// What a function may return that ends in `html!`.
#[diagnostic::on_unimplemented(
    message = "`html!` gives `Html`, which is no `{Self}`",
    label = "the function's last expression is markup",
    note = "return `Page`, `Html`, or a `Result<Html, E>`"
)]
pub trait Tail {
    /// The function's answer.
    fn tail(html: Html) -> Self;
}

impl Tail for Html {
    #[inline(always)]
    fn tail(html: Html) -> Self {
        html
    }
}

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
    if let Some(exit) = (&mut exit as &mut dyn Any).downcast_mut::<Option<E>>().and_then(Option::take) {
        return Err(exit);
    }
    let mut out = Buf::new();
    exit.into_iter().for_each(|exit| out.exit(exit));
    Ok(out.finish())
}

/// The function's answer, of the type that the function has.
#[inline(always)]
pub fn tail<T: Tail>(html: Html) -> T {
    T::tail(html)
}

/// Finishes a page, and remembers how long it was.
#[inline]
pub fn finish(out: Buf, capacity: &Capacity) -> Html {
    capacity.learn(out.len());
    out.finish()
}

/// What a page's function returned.
#[derive(Debug)]
pub struct Answer<T>(pub T);

impl Answer<Html> {
    /// The page's response: a document, unless the page is `partial`.
    pub fn page(self, info: &Info) -> Response {
        match self.0.into_page() {
            Ok(html) if info.partial => html.into_response(),
            Ok(html) => document(html).into_response(),
            Err(exit) => exit.into_response(),
        }
    }
}

impl<E: IntoResponse> Answer<Result<Html, E>> {
    /// The page's response: a document, unless the page is `partial`.
    pub fn page(self, info: &Info) -> Response {
        match self.0 {
            Ok(html) => Answer(html).page(info),
            Err(error) => error.into_response(),
        }
    }
}

/// Answers that are not known to be markup.
pub trait AnyAnswer {
    /// The page's response.
    fn page(self, info: &Info) -> Response;
}

impl<T: IntoResponse> AnyAnswer for Answer<T> {
    fn page(self, _: &Info) -> Response {
        self.0.into_response()
    }
}

impl<T: IntoResponse> Answer<T> {
    /// The endpoint's response.
    pub fn endpoint(self) -> Response {
        self.0.into_response()
    }
}

const DOCTYPE: &str = "<!DOCTYPE html>";

/// Markup with a doctype in front, and only one.
fn document(html: Html) -> Html {
    let begins = |text: &[u8]| text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype"));
    let bytes = html.as_bytes();
    if !begins(bytes) {
        return Html::trusted(format!("{DOCTYPE}{html}"));
    }
    match bytes.get(DOCTYPE.len()..) {
        // The page printed one in front of markup that begins with its own.
        Some(rest) if begins(rest) => Html::trusted(&html.as_str()[DOCTYPE.len()..]),
        _ => html,
    }
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::html::{Buf, Capacity, Html};

    #[test]
    fn a_document_begins_with_one_doctype() {
        for (given, sent) in [
            ("<h1>a</h1>", "<!DOCTYPE html><h1>a</h1>"),
            ("", "<!DOCTYPE html>"),
            ("<!DOCTYPE html><p>", "<!DOCTYPE html><p>"),
            ("<!doctype html><p>", "<!doctype html><p>"),
            ("<!DOCTYPE html><!DOCTYPE html><p>", "<!DOCTYPE html><p>"),
        ] {
            assert_eq!(document(Html::trusted(given)).as_str(), sent);
        }
    }
}
