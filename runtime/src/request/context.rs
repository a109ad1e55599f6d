//! What the extractors of one request share, and what becomes of it in the answer.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::cookies::jar::Jar;
use crate::response::head::Head;
use crate::response::{Exit, merge};
use crate::settings::Settings;

/// What the extractors of one request share: the response head, the cookies, the body.
///
/// The router puts an `Arc<Context>` into the request's extensions before a page runs, and gives the
/// page's response to [`finish`](Context::finish) when it has run.
#[doc(hidden)]
pub struct Context {
    pub(crate) settings: Arc<Settings>,
    pattern: &'static str,
    head: Mutex<Option<Box<Head>>>,
    jar: Jar,
    body: Mutex<Option<Body>>,
}

impl Context {
    /// The context of a request that the page with this pattern answers.
    pub fn new(settings: Arc<Settings>, pattern: &'static str) -> Context {
        Context {
            settings,
            pattern,
            head: Mutex::default(),
            jar: Jar::default(),
            body: Mutex::default(),
        }
    }

    /// The page's pattern, such as `/products/[slug]`.
    pub fn pattern(&self) -> &'static str {
        self.pattern
    }

    /// Leaves the request's body here, for whichever argument of the page takes it.
    ///
    /// A form may be any argument of a page, not only the last, so the body can't go to the last
    /// one straight away.
    pub fn put_body(&self, body: Body) {
        *unpoisoned(&self.body) = Some(body);
    }

    /// The request's body, for the first who asks.
    pub fn take_body(&self) -> Option<Body> {
        unpoisoned(&self.body).take()
    }

    /// Merges what the page put into its head and its cookies into its response.
    pub fn finish(&self, response: Response) -> Response {
        merge::merge(self, response)
    }

    /// Changes what the page asks for.
    pub(crate) fn with_head<T>(&self, change: impl FnOnce(&mut Head) -> T) -> T {
        change(unpoisoned(&self.head).get_or_insert_default())
    }

    /// What the page asked for, if it asked for anything.
    pub(crate) fn take_head(&self) -> Option<Box<Head>> {
        unpoisoned(&self.head).take()
    }

    /// Whether the page asked for nothing, and set no cookie.
    pub(crate) fn is_untouched(&self) -> bool {
        unpoisoned(&self.head).is_none() && self.jar.is_untouched()
    }

    pub(crate) fn jar(&self) -> &Jar {
        &self.jar
    }

    /// The context that the router left for `extractor`.
    pub(crate) fn of(parts: &Parts, extractor: &'static str) -> Result<Arc<Context>, NoContext> {
        parts
            .extensions
            .get::<Arc<Context>>()
            .cloned()
            .ok_or(NoContext { extractor })
    }
}

/// Shows nothing that the visitor sent.
impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("pattern", &self.pattern)
            .finish_non_exhaustive()
    }
}

/// A panic while a lock was held leaves what was written before it, each write being whole.
pub(crate) fn unpoisoned<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An extractor of isle's stands in a handler that isle's router did not call. As a response it is
/// a 500.
#[derive(Clone, Debug)]
pub struct NoContext {
    extractor: &'static str,
}

impl fmt::Display for NoContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{0}` needs isle's router: a plain axum handler or layer has no place to keep it; \
             help: take `{0}` in a `#[page]` or an `#[endpoint]`",
            self.extractor
        )
    }
}

impl std::error::Error for NoContext {}

impl IntoResponse for NoContext {
    fn into_response(self) -> Response {
        // Outside isle's router nobody looks for the failure.
        tracing::error!("{self}");
        Exit::from(self).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::extract::FromRequestParts;
    use axum::http::Request;

    use super::*;
    use crate::response::Failure;
    use crate::{Cookies, ResponseHead};

    fn outside() -> Parts {
        Request::new(()).into_parts().0
    }

    #[tokio::test]
    async fn outside_the_router_an_extractor_says_what_it_needs() {
        let cookies = Cookies::from_request_parts(&mut outside(), &()).await;
        let head = ResponseHead::from_request_parts(&mut outside(), &()).await;
        for (missing, name) in [(cookies.err(), "`Cookies`"), (head.err(), "`ResponseHead`")] {
            let response = missing.expect("there is no context").into_response();
            assert_eq!(response.status(), 500);
            let failure = response.extensions().get::<Failure>();
            assert!(failure.is_some_and(|failure| failure.0.to_string().contains(name)));
        }
    }

    #[test]
    fn the_body_is_given_once() {
        let context = Context::new(Arc::default(), "/");
        assert!(context.take_body().is_none());
        context.put_body(Body::empty());
        assert!(context.take_body().is_some() && context.take_body().is_none());
    }
}
