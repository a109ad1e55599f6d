//! Pages that are rendered ahead of time: how one is asked before there is a request, and found when there is.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use axum::http::Method;
use axum::http::header::ETAG;
use axum::http::request::Parts;
use axum::response::Response;

use super::dispatch::{empty, run};
use super::layer::Respelled;
use super::matched::MatchedPattern;
use super::pages::{Found, Pages};
use super::params::Params;
use super::site::{TrailingSlash, is_file};
use super::table::Info;
use super::trace;
use super::url::address;
use crate::ahead::Stored;

/// The pages of a site that are rendered ahead of time.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// By their addresses, once they are rendered.
    kept: OnceLock<HashMap<Box<str>, Stored>>,
    /// Whether it was said that they are not.
    told: AtomicBool,
}

/// Why a page is not at the path of its values.
#[derive(Debug)]
pub(crate) enum Unasked {
    /// No path can hold this one.
    NoPath(String),
    /// The page of this pattern is there.
    Answered(&'static str),
}

impl Ahead {
    /// The page at this path, with or without a slash at its end.
    pub(super) fn find(&self, path: &str) -> Option<&Stored> {
        let kept = self.kept.get()?;
        let found = kept.get(path);
        found.or_else(|| match path.strip_suffix('/') {
            Some(bare) => kept.get(bare),
            None => kept.get(&*format!("{path}/")),
        })
    }

    /// Whether the pages are rendered: then there are no others.
    pub(super) fn is_rendered(&self) -> bool {
        self.kept.get().is_some()
    }

    /// Says, once, that a page is rendered for a request that should have been before.
    pub(super) fn tell(&self, info: &Info) {
        if !self.told.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                pattern = info.pattern,
                "pages with `prerender` are rendered for each request, since nothing rendered them before; \
                 help: make the router of `SITE::prepare(settings, &state).await?`"
            );
        }
    }
}

impl<S> Pages<S> {
    /// The address of a page, with these values for its params.
    pub(crate) fn address_of(&self, info: &Info, values: &[String]) -> String {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let slash = self.site.trailing_slash == TrailingSlash::Always && !is_file(info);
        address(self.site.base.to_owned(), info.segments, &values, slash)
    }

    /// Keeps the pages that were rendered, by their addresses.
    pub(crate) fn keep(&self, pages: impl IntoIterator<Item = (String, Stored)>) {
        let pages = pages.into_iter();
        let pages = pages.map(|(path, page)| (path.into_boxed_str(), page));
        // It is done once: nobody else has these pages yet.
        let _ = self.ahead.kept.set(pages.collect());
    }

    /// The pages that are kept, by their addresses, in order.
    pub(crate) fn kept(&self) -> impl Iterator<Item = (&str, &Stored)> {
        let kept = self.ahead.kept.get().into_iter().flatten();
        let mut kept: Vec<(&str, &Stored)> = kept.map(|(path, page)| (&**path, page)).collect();
        kept.sort_unstable_by_key(|(path, _)| *path);
        kept.into_iter()
    }

    /// What a page showed ahead of time that has no params, to be shown for another.
    pub(super) fn kept_page(&self, info: &Info) -> Option<Response> {
        let page = self.ahead.find(&self.address_of(info, &[]))?;
        let mut response = page.plain();
        // The tag is of the page alone, and not of what it is merged with.
        response.headers_mut().remove(ETAG);
        Some(response)
    }

    /// The answer to a GET whose path is, letter by letter, the address of a page that is kept. All other requests take
    /// the longer way.
    pub(super) fn answer_at_once(&self, request: &Parts) -> Option<Response> {
        let page = self.ahead.kept.get()?.get(request.uri.path())?;
        let plain = request.method == Method::GET
            && request.extensions.get::<Respelled>().is_none()
            && self.host.check(request, &self.settings).is_ok();
        plain.then(|| self.answer_kept(page, request))
    }

    /// Answers with a page that is kept.
    pub(super) fn answer_kept(&self, page: &Stored, request: &Parts) -> Response {
        let pattern = page.info().pattern;
        let span = trace::Request::begin(&request.method, pattern);
        let mut response = page.answer(&request.headers);
        if request.method == Method::HEAD {
            empty(&mut response);
        }
        response.extensions_mut().insert(MatchedPattern(pattern));
        if let Some(span) = span {
            span.end(&response);
        }
        response
    }
}

impl<S: Sync + 'static> Pages<S> {
    /// Asks a page for what it shows at the path of these values, as a GET would.
    ///
    /// # Errors
    /// [`Unasked`], where that path is not the page's, or the page would not read these values from it.
    pub(crate) async fn ask(
        &self,
        info: &'static Info,
        path: &str,
        values: &[String],
        parts: &mut Parts,
        state: &S,
    ) -> Result<Response, Unasked> {
        let unread = || Unasked::NoPath(values.join("/"));
        let (page, found) = match self.find(&self.all(), &Method::GET, path, false) {
            Found::Page(page, found) => (page, found),
            _ => return Err(unread()),
        };
        let read = Params::new(&found);
        for (index, value) in values.iter().enumerate() {
            if std::ptr::eq(page.info, info) && read.decoded(index) != *value {
                return Err(Unasked::NoPath(value.clone()));
            }
        }
        if !std::ptr::eq(page.info, info) {
            return Err(Unasked::Answered(page.info.pattern));
        }
        Ok(run(self, page, &found, parts, &mut Body::empty(), state).await)
    }
}
