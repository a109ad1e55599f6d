//! What a page may take that is rendered before there is a request.

use axum::extract::State;

use crate::response::ResponseHead;

/// What an argument of a page rendered ahead of time must be: it takes nothing from a request.
///
/// `State<T>` and [`ResponseHead`] are; params need not be, since they come from the page's list. An extractor of your
/// own that reads no more than the state says so:
///
/// ```
/// use axum::extract::{FromRef, FromRequestParts, State};
/// use axum::http::request::Parts;
/// use isle::ahead::NeedsNoRequest;
/// use isle::prelude::*;
/// # use std::convert::Infallible;
/// # #[derive(Clone)]
/// # struct Shop { films: usize }
///
/// struct Films(usize);
///
/// impl<S: Send + Sync> FromRequestParts<S> for Films
/// where
///     Shop: FromRef<S>,
/// {
///     type Rejection = Infallible;
///
///     async fn from_request_parts(_: &mut Parts, state: &S) -> Result<Films, Infallible> {
///         Ok(Films(Shop::from_ref(state).films))
///     }
/// }
///
/// impl NeedsNoRequest for Films {}
///
/// #[page("/about", prerender)]
/// async fn about(Films(films): Films) -> Page {
///     html! { <p>{films} films</p> }
/// }
/// # let app: axum::Router<Shop> = isle::router![about];
/// # let _ = app;
/// ```
#[diagnostic::on_unimplemented(
    message = "the page is rendered before there is a request, and `{Self}` is taken from one",
    label = "needs a request",
    note = "take it out of the page, or write `prerender = false` in its attribute, so that the page is rendered for each request",
    note = "an extractor of your own that reads nothing but the state says so: `impl isle::ahead::NeedsNoRequest for … {{}}`"
)]
pub trait NeedsNoRequest {}

impl<T> NeedsNoRequest for State<T> {}
impl NeedsNoRequest for ResponseHead {}
impl NeedsNoRequest for () {}
#[diagnostic::do_not_recommend]
impl<T: NeedsNoRequest> NeedsNoRequest for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T: NeedsNoRequest, E> NeedsNoRequest for Result<T, E> {}

/// What an argument must be where the page is rendered ahead of time, `AHEAD`, or on demand.
///
/// It stands for [`NeedsNoRequest`] where only the compiler knows which, by the site's [`Output`](crate::Output).
#[diagnostic::on_unimplemented(
    message = "the page is rendered before there is a request, and `{Self}` is taken from one",
    label = "needs a request",
    note = "take it out of the page, or write `prerender = false` in its attribute: then the page is rendered for each request",
    note = "an extractor of your own that reads nothing but the state says so: `impl isle::ahead::NeedsNoRequest for … {{}}`"
)]
pub trait Fits<const AHEAD: bool> {}

#[diagnostic::do_not_recommend]
impl<T> Fits<false> for T {}
#[diagnostic::do_not_recommend]
impl<T: NeedsNoRequest> Fits<true> for T {}

/// Asserts that an argument of a page fits its rendering.
#[doc(hidden)]
pub const fn fits<T: Fits<AHEAD>, const AHEAD: bool>() {}

/// Params that no function lists.
#[derive(Debug)]
pub enum Unlisted {}

/// Which params a page may have: any on demand, listed ones ahead of time.
#[diagnostic::on_unimplemented(
    message = "the site renders its pages ahead of time, and nothing lists what this one takes in its path",
    label = "has params",
    note = "name an async function that lists them, `prerender = list`, or write `prerender = false`: then the page is rendered for each request"
)]
pub trait Rendered<const AHEAD: bool> {}

#[diagnostic::do_not_recommend]
impl Rendered<false> for Unlisted {}

/// Asserts that a page's params fit its rendering.
#[doc(hidden)]
pub const fn rendered<T: Rendered<AHEAD>, const AHEAD: bool>() {}
