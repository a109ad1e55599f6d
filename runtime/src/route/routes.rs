//! From pages to an axum router.

use std::pin::Pin;
use std::sync::Arc;

use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::any;

use super::claims::claims;
use super::dispatch::Dispatch;
use super::fallback::NotFound;
use super::pages::Pages;
use super::params::Params;
use super::site::Site;
use super::table::{Info, Segment};
use crate::settings::Settings;

/// A future that a page answers with.
pub type BoxFuture<'r> = Pin<Box<dyn Future<Output = Response> + Send + 'r>>;

/// A page's function, made uniform: it takes its arguments from the call, and answers.
pub type Handler<S> = for<'r> fn(Call<'r>, &'r S) -> BoxFuture<'r>;

/// What a page is called with.
#[derive(Debug)]
pub struct Call<'r> {
    /// The head of the request. Its body lies in the [`Context`](crate::request::Context) among its extensions.
    pub parts: &'r mut Parts,
    /// The values of the pattern's params.
    pub params: Params<'r>,
}

/// The pages of a site, with the functions that answer.
pub struct Routes<S> {
    pages: Vec<(&'static Info, Handler<S>)>,
}

impl<S> Routes<S> {
    /// No pages yet.
    pub fn new() -> Routes<S> {
        Routes { pages: Vec::new() }
    }

    /// Adds a page.
    pub fn add(&mut self, info: &'static Info, handler: Handler<S>) {
        self.pages.push((info, handler));
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// The pages as an axum router. It has no fallback, and claims no path that no page could answer.
    pub fn finish(self, site: Site, settings: Settings) -> axum::Router<S> {
        let pages = Arc::new(Pages::new(self.pages, site, settings));
        let patterns: Vec<&'static [Segment]> = pages.patterns().collect();
        claims(site.base, &patterns)
            .into_iter()
            .fold(axum::Router::new(), |router, claim| {
                let dispatch = Dispatch::new(pages.clone(), claim.patterns);
                router.route(&claim.path, any(dispatch))
            })
    }

    /// What answers where no route does: the site's page `/404`.
    pub fn not_found(self, site: Site, settings: Settings) -> NotFound<S> {
        NotFound::new(Arc::new(Pages::new(self.pages, site, settings)))
    }
}

impl<S> Default for Routes<S> {
    fn default() -> Routes<S> {
        Routes::new()
    }
}

impl<S> std::fmt::Debug for Routes<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.pages.iter().map(|(info, _)| info.pattern))
            .finish()
    }
}
