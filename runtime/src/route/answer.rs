//! From what a page's function returns to a response.

use axum::response::{IntoResponse, Response};

use super::table::Info;
use crate::html::Html;

/// What a page's or an endpoint's function returned.
///
/// Markup, alone or in a `Result`, is told from other answers by method resolution: what is implemented for `Answer`
/// itself comes before [`AnyAnswer`].
#[derive(Debug)]
pub struct Answer<T>(pub T);

impl Answer<Html> {
    /// The page's response: a document, unless the page is `partial`.
    pub fn page(self, info: &Info) -> Response {
        match self.0.into_page() {
            Ok(html) if info.partial => html.into_response(),
            Ok(html) => {
                #[cfg(debug_assertions)]
                for wrong in crate::html::audit::audit(html.as_str()) {
                    tracing::warn!(pattern = info.pattern, "{wrong}");
                }
                document(html).into_response()
            }
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

/// Answers that are not known to be markup: they stay as they are.
pub trait AnyAnswer<T> {
    /// The page's response.
    fn page(self, info: &Info) -> Response
    where
        T: Responds;
}

// The bounds stand at the methods, so that what does not hold them is one error, at the function's type.
impl<T> AnyAnswer<T> for Answer<T> {
    fn page(self, _: &Info) -> Response
    where
        T: Responds,
    {
        self.0.into_response()
    }
}

impl<T> Answer<T> {
    /// The endpoint's response.
    pub fn endpoint(self) -> Response
    where
        T: Responds,
    {
        self.0.into_response()
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
