//! What answers where no route does.

use std::pin::Pin;
use std::sync::Arc;

use axum::extract::Request;
use axum::handler::{Handler, HandlerService};
use axum::response::Response;

use super::dispatch::{Claimed, answer};
use super::pages::Pages;

/// The site's page `/404`, as the fallback of an application. A request for a page in another spelling, `/%61bout` for
/// `/about`, is redirected to it.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Home</h1> }
/// }
///
/// #[page("/404")]
/// async fn lost() -> Page {
///     html! { <h1>"There's nothing here"</h1> }
/// }
///
/// isle::site! { pub SITE: [home, lost] }
///
/// # fn main() {
/// let settings = isle::Settings::default();
/// let app: axum::Router = axum::Router::new()
///     .merge(SITE::router(settings.clone()))
///     .fallback(SITE::not_found(settings));
/// # let _ = app;
/// # }
/// ```
pub struct NotFound<S> {
    all: Arc<Claimed<S>>,
}

impl<S> NotFound<S> {
    pub(crate) fn new(pages: Arc<Pages<S>>) -> NotFound<S> {
        let among = pages.all();
        NotFound {
            all: Arc::new(Claimed { pages, among }),
        }
    }
}

impl<S: Clone + Send + Sync + 'static> NotFound<S> {
    /// The same as a service of its own, for `fallback_service` and for applications that are no axum router.
    pub fn with_state(self, state: S) -> HandlerService<NotFound<S>, (), S> {
        Handler::with_state(self, state)
    }
}

impl<S> Clone for NotFound<S> {
    fn clone(&self) -> NotFound<S> {
        NotFound {
            all: self.all.clone(),
        }
    }
}

impl<S> std::fmt::Debug for NotFound<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NotFound")
    }
}

impl<S: Clone + Send + Sync + 'static> Handler<(), S> for NotFound<S> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, state: S) -> Self::Future {
        Box::pin(answer(self.all, request, state))
    }
}
