//! The pages `/404` and `/500`, where a page has nothing to show of its own.

use std::error::Error;
use std::fmt::Write;

use axum::body::{Body, HttpBody, to_bytes};
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, SET_COOKIE, TRANSFER_ENCODING,
};
use axum::http::request::Parts;
use axum::response::Response;

use super::called::Called;
use super::default_page;
use super::dispatch::call;
use super::pages::Pages;
use super::params::NoSuchPage;
use super::table::{Info, Kind};
use super::values::Values;
use crate::response::{Errors, Failure};

/// The pattern of the page for what is not there.
pub(super) const LOST: &str = "/404";
/// The pattern of the page for what failed.
pub(super) const FAILED: &str = "/500";

impl<S: Sync + 'static> Pages<S> {
    /// Whether an answer goes out as it is, which most do. [`mend`](Pages::mend) looks closer at the others.
    ///
    /// An error page that is asked for by its own path gets its status.
    pub(super) fn is_whole(&self, info: &Info, response: &mut Response) -> bool {
        if info.kind == Kind::Page && response.status() == StatusCode::OK {
            *response.status_mut() = info.stands_for().unwrap_or(StatusCode::OK);
        }
        response.extensions().is_empty() && !is_bare(info, response)
    }

    /// Puts the site's error page where a page answered 404 or 500 with an empty body, or anything failed. What has a
    /// body stays, and so does every answer that an endpoint gave itself.
    pub(super) async fn mend(
        &self,
        info: &Info,
        response: Response,
        parts: &mut Parts,
        state: &S,
    ) -> Response {
        if let Some(Failure(error)) = response.extensions().get() {
            tracing::error!(
                pattern = info.pattern,
                error = chain(&**error),
                "the page failed"
            );
            return self.error_page(response, parts, state).await;
        }
        if response.extensions().get::<NoSuchPage>().is_some() || is_bare(info, &response) {
            self.error_page(response, parts, state).await
        } else {
            response
        }
    }

    /// The answer where no page is.
    pub(super) async fn not_found(&self, parts: &mut Parts, state: &S) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_FOUND;
        self.error_page(response, parts, state).await
    }

    async fn error_page(&self, mut first: Response, parts: &mut Parts, state: &S) -> Response {
        let status = first.status();
        let mut shown = self.site_page(status, parts, state).await;
        if let Some(Failure(error)) = shown.as_ref().and_then(|page| page.extensions().get()) {
            let pattern = if status == StatusCode::NOT_FOUND {
                LOST
            } else {
                FAILED
            };
            tracing::error!(pattern, error = chain(&**error), "the error page failed");
            first
                .extensions_mut()
                .get_or_insert_with(|| Failure(error.clone()));
            shown = None;
            if status == StatusCode::NOT_FOUND {
                *first.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                let second = self.site_page(first.status(), parts, state).await;
                shown = second.filter(|page| page.extensions().get::<Failure>().is_none());
            }
        }
        let failure = first
            .extensions()
            .get::<Failure>()
            .filter(|_| self.settings.errors == Errors::Shown);
        let failure = failure.map(|Failure(error)| default_page::shown(&**error));
        match shown {
            Some(page) => append(merged(first, page), failure).await,
            None => {
                let page = default_page::response(first.status(), &failure.unwrap_or_default());
                merged(first, page)
            }
        }
    }

    /// What the site's own page for this status answers, unless there is none or it has nothing to show.
    async fn site_page(
        &self,
        status: StatusCode,
        parts: &mut Parts,
        state: &S,
    ) -> Option<Response> {
        let page = if status == StatusCode::NOT_FOUND {
            self.lost.as_ref()
        } else {
            self.failed.as_ref()
        }?;
        let response = match self.kept_page(page.info) {
            Some(kept) => kept,
            None => {
                let values = Values::default();
                let mut body = Body::empty();
                let (called, context) = call(self, page, &values, parts, &mut body, state);
                let answer = called.await;
                Called { answer, context }.finish(self, page.info).await
            }
        };
        let empty = response.body().size_hint().exact() == Some(0);
        let failed = response.extensions().get::<Failure>().is_some();
        (failed || !empty).then_some(response)
    }
}

/// Whether it is a page's 404 or 500 with an empty body.
fn is_bare(info: &Info, response: &Response) -> bool {
    let bare = [StatusCode::NOT_FOUND, StatusCode::INTERNAL_SERVER_ERROR];
    info.kind == Kind::Page
        && bare.contains(&response.status())
        && response.body().size_hint().exact() == Some(0)
}

impl Info {
    /// The status that a page stands for by its pattern.
    pub(crate) fn stands_for(&self) -> Option<StatusCode> {
        match self.pattern {
            LOST => Some(StatusCode::NOT_FOUND),
            FAILED => Some(StatusCode::INTERNAL_SERVER_ERROR),
            _ => None,
        }
    }
}

/// The error page with the status of what it stands for, and the headers of both. The first answer's own count, but for
/// those that describe its body; cookies are all kept.
fn merged(first: Response, mut page: Response) -> Response {
    let (mut first, _) = first.into_parts();
    for name in [
        CONTENT_TYPE,
        CONTENT_LENGTH,
        TRANSFER_ENCODING,
        CONTENT_SECURITY_POLICY,
    ] {
        first.headers.remove(name);
    }
    let own: Vec<_> = first.headers.keys().cloned().collect();
    for (name, value) in page.headers() {
        if name == SET_COOKIE || !own.contains(name) {
            first.headers.append(name, value.clone());
        }
    }
    Response::from_parts(first, std::mem::take(page.body_mut()))
}

/// Shows the failure below the site's own page.
async fn append(page: Response, failure: Option<String>) -> Response {
    let html = page
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let Some(failure) = failure.filter(|_| html) else {
        return page;
    };
    let (mut head, body) = page.into_parts();
    let mut bytes = to_bytes(body, usize::MAX)
        .await
        .map(Vec::from)
        .unwrap_or_default();
    bytes.extend_from_slice(failure.as_bytes());
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes))
}

/// An error and what caused it, on one line.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        write!(text, ": {error}").expect("a String takes everything");
        cause = error.source();
    }
    text
}
