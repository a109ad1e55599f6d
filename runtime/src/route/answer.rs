//! From what a page's function returns to a response.

use std::marker::PhantomData;

use axum::response::IntoResponse;

use super::called::Answer;
use super::function::{Function, Mounted, Readers};
use super::routes::Routes;
use super::table::Info;
use crate::html::Html;

/// A page's or an endpoint's function `F` with the readers `R` of its arguments, and what it answers, `A`.
///
/// Markup, alone or in a `Result`, is told from other answers by method resolution: what is implemented for `Answering`
/// itself comes before [`AnyAnswer`].
#[derive(Debug)]
pub struct Answering<F, R, A> {
    function: F,
    readers: PhantomData<fn() -> (R, A)>,
}

/// A function whose arguments these readers read.
pub fn answering<S, R, F>(function: F) -> Answering<F, R, <F::Future as Future>::Output>
where
    R: Readers<S>,
    F: Function<R::Values>,
{
    Answering {
        function,
        readers: PhantomData,
    }
}

impl<F, R> Answering<F, R, Html> {
    /// Mounts the page.
    pub fn page<S: Sync>(self, routes: &mut Routes<S>, info: &'static Info)
    where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = Html> + Send>,
    {
        self.mount(routes, info, markup);
    }
}

impl<F, R, E: IntoResponse + 'static> Answering<F, R, Result<Html, E>> {
    /// Mounts the page.
    pub fn page<S: Sync>(self, routes: &mut Routes<S>, info: &'static Info)
    where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = Result<Html, E>> + Send>,
    {
        self.mount(routes, info, |answer, info| match answer {
            Ok(html) => markup(html, info),
            Err(error) => Answer::Response(error.into_response()),
        });
    }
}

/// Answers that are not known to be markup: they stay as they are.
pub trait AnyAnswer<F, R, A> {
    /// Mounts the page.
    fn page<S: Sync>(self, routes: &mut Routes<S>, info: &'static Info)
    where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = A> + Send>,
        A: Responds;
}

// The bounds stand at the methods, so that what does not hold them is one error, at the function's type.
impl<F, R, A: 'static> AnyAnswer<F, R, A> for Answering<F, R, A> {
    fn page<S: Sync>(self, routes: &mut Routes<S>, info: &'static Info)
    where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = A> + Send>,
        A: Responds,
    {
        self.endpoint(routes, info);
    }
}

impl<F, R, A: 'static> Answering<F, R, A> {
    /// Mounts the endpoint.
    pub fn endpoint<S: Sync>(self, routes: &mut Routes<S>, info: &'static Info)
    where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = A> + Send>,
        A: Responds,
    {
        self.mount(routes, info, |answer, _| {
            Answer::Response(answer.into_response())
        });
    }

    fn mount<S: Sync>(
        self,
        routes: &mut Routes<S>,
        info: &'static Info,
        respond: fn(A, &'static Info) -> Answer,
    ) where
        R: Readers<S> + 'static,
        F: Function<R::Values, Future: Future<Output = A> + Send>,
    {
        let Answering { function, .. } = self;
        routes.add(
            info,
            Mounted {
                function,
                readers: PhantomData::<fn() -> R>,
                respond,
            },
        );
    }
}

/// The answer of markup: a document, unless the page is `partial`.
fn markup(html: Html, info: &'static Info) -> Answer {
    match html.into_page() {
        Ok(html) if info.partial => Answer::Markup(html),
        Ok(html) => {
            #[cfg(debug_assertions)]
            for wrong in crate::html::audit::audit(html.as_str()) {
                tracing::warn!(pattern = info.pattern, "{wrong}");
            }
            Answer::Markup(document(html))
        }
        Err(exit) => Answer::Response(exit.into_response()),
    }
}

/// What a page or an endpoint may return: whatever is [`IntoResponse`].
#[diagnostic::on_unimplemented(
    message = "a request can't be answered with `{Self}`",
    label = "is no response",
    note = "return `Page`, `Html`, or anything that is `IntoResponse`, such as `Json<T>` or `String`"
)]
pub trait Responds: IntoResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> Responds for T {}

const DOCTYPE: &str = "<!DOCTYPE html>";

/// Markup with a doctype in front: browsers read what has none as pages of the nineties
/// ([quirks mode](https://quirks.spec.whatwg.org/)). Spaces before it don't matter.
fn document(html: Html) -> Html {
    let start = html.as_bytes().trim_ascii_start();
    let begins = start
        .get(..9)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype"));
    if begins { html } else { html.behind(DOCTYPE) }
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::html::Html;

    #[test]
    fn a_document_begins_with_one_doctype() {
        for (given, sent) in [
            ("<h1>a</h1>", "<!DOCTYPE html><h1>a</h1>"),
            ("", "<!DOCTYPE html>"),
            ("<!DOCTYPE html><p>", "<!DOCTYPE html><p>"),
            ("\n <!doctype HTML><p>", "\n <!doctype HTML><p>"),
            ("\u{e9}", "<!DOCTYPE html>\u{e9}"),
        ] {
            assert_eq!(document(Html::trusted(given)).as_str(), sent);
        }
    }
}
