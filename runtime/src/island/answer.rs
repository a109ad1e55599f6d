//! The answers to requests for the files of islands.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use super::client::SCRIPT;
use super::file::File;
use super::reached::Reached;
use crate::route::{Info, Methods, Site};

/// The files of all islands that some pages can print, by name, with the client script; none where there is no island.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(BTreeMap<&'static str, &'static File>);

impl Files {
    /// The files that these pages need.
    pub(crate) fn of<'p>(pages: impl IntoIterator<Item = &'p Info>) -> Files {
        let mut files = BTreeMap::new();
        for page in pages {
            let mut reached = Reached::new();
            (page.reach)(&mut reached);
            for island in reached.islands() {
                island.file.each(&mut |file| {
                    files.insert(file.name, file);
                });
            }
        }
        if !files.is_empty() {
            files.insert(SCRIPT.name, SCRIPT);
        }
        Files(files)
    }

    /// Their names and texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.values().map(|file| (file.name, file.text))
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The route that answers for them.
    pub(crate) fn router<S: Clone + Send + Sync + 'static>(self, site: &Site) -> Router<S> {
        let files = Arc::new(self);
        let path = format!("{}{}/{{file}}", site.base, site.files);
        Router::new().route(
            &path,
            any(async move |request: Request| files.answer(&request)),
        )
    }

    /// Answers a request whose path ends with a file's name.
    fn answer(&self, request: &Request) -> Response {
        let name = request.uri().path().rsplit('/').next().unwrap_or_default();
        let Some(file) = self.0.get(name) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let methods = Methods::GET;
        match *request.method() {
            Method::GET | Method::HEAD => send(file, request.method() == Method::HEAD),
            Method::OPTIONS => (StatusCode::NO_CONTENT, [(ALLOW, methods.allow())]).into_response(),
            _ => (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, methods.allow())]).into_response(),
        }
    }
}

fn send(file: &'static File, head_only: bool) -> Response {
    let text = Bytes::from_static(file.text.as_bytes());
    let length = HeaderValue::from(text.len());
    let mut response = Response::new(if head_only {
        Body::empty()
    } else {
        Body::from(text)
    });
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, length);
    for (name, value) in [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // The name holds the content's hash: what it names never changes.
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
