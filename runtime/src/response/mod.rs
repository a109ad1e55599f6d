//! What a page answers: markup, early exits, the response head.

mod cache_control;
mod caching;
mod csp;
mod encode;
mod errors;
mod etags;
mod exit;
pub(crate) mod head;
mod link;
mod local;
pub(crate) mod markup_heads;
pub(crate) mod merge;
mod redirect;
mod security;
pub(crate) mod tag_list;

use axum::response::IntoResponse;

use crate::html::Html;

pub use crate::answer::Tail;
pub use cache_control::CacheControl;
pub use csp::{BadSource, Csp, Directive, Source};
pub use errors::Errors;
pub use etags::{ETags, ETagsService};
pub use exit::{Exit, Failure};
pub use head::ResponseHead;
pub use link::{Link, NotLocal};
pub use redirect::{External, Redirect, RedirectTo, redirect, redirect_external, redirect_with};
pub use security::{Hsts, Secured, SecurityHeaders, SecurityService};

/// What a page returns: its markup, or what it answers instead.
///
/// `?` takes any error: it is logged and the site's 500 page is shown.
///
/// ```
/// use isle::response::{Page, not_found};
///
/// fn product(slug: &str) -> Page {
///     if slug != "red-shoe" {
///         return not_found();
///     }
///     Ok(isle::html::Html::trusted("<h1>Red shoe</h1>"))
/// }
/// # assert!(product("blue-shoe").is_err());
/// ```
pub type Page = Result<Html, Exit>;

/// Answers 404 with the site's own page for it, or with an empty body where the site has none.
///
/// ```
/// use isle::response::{Page, not_found};
///
/// fn product(slug: &str) -> Page {
///     not_found()
/// }
/// # assert!(product("x").is_err());
/// ```
pub fn not_found() -> Page {
    Err(Exit::not_found())
}

/// Answers 404 with this text as the body, `text/plain; charset=utf-8`.
///
/// ```
/// use isle::response::{Page, not_found_with};
///
/// fn product(slug: &str) -> Page {
///     not_found_with("Not found")
/// }
/// # assert!(product("x").is_err());
/// ```
pub fn not_found_with(body: impl Into<String>) -> Page {
    Err(Exit::not_found_with(body))
}

/// Answers with a response of one's own in the place of markup.
///
/// What the page put into its [`ResponseHead`] and its cookies is
/// merged into it; where both set a header, the response's own stands.
///
/// ```
/// use axum::http::StatusCode;
/// use isle::response::{Page, respond};
///
/// fn teapot() -> Page {
///     respond((StatusCode::IM_A_TEAPOT, "short and stout"))
/// }
/// # assert!(teapot().is_err());
/// ```
pub fn respond(response: impl IntoResponse) -> Page {
    Err(Exit::respond(response))
}
