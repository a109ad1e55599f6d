//! The answers to requests for the files of islands.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use super::client::script;
use super::file::File;
use super::reached::Reached;
use crate::ahead::coding::{Accepted, Coding};
use crate::route::{Info, Methods, Site};

/// The files of all islands that some pages can print, by name, with the client script; none where there is no island.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    all: BTreeMap<&'static str, &'static File>,
    /// The script that these pages load.
    pub(crate) script: &'static File,
}

impl Files {
    /// The files that these pages need.
    pub(crate) fn of<'p>(pages: impl IntoIterator<Item = &'p Info>) -> Files {
        let mut all = BTreeMap::new();
        let mut waits = false;
        for page in pages {
            let mut reached = Reached::new();
            (page.reach)(&mut reached);
            for island in reached.islands() {
                island.each(&mut |file| {
                    all.insert(file.name, file);
                });
            }
            waits |= reached.is_waiting();
        }
        let script = script(waits);
        if !all.is_empty() {
            all.insert(script.name, script);
        }
        Files { all, script }
    }

    /// Their names and texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.all.values().map(|file| (file.name, file.text))
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The route that answers for them.
    pub(crate) fn router<S: Clone + Send + Sync + 'static>(&self, site: &Site) -> Router<S> {
        let served = self
            .all
            .iter()
            .map(|(name, file)| (*name, Served::new(file)));
        let served: Arc<BTreeMap<_, _>> = Arc::new(served.collect());
        let path = format!("{}{}/{{file}}", site.base, site.files);
        Router::new().route(
            &path,
            any(async move |request: Request| answer(&served, &request)),
        )
    }
}

/// Answers a request whose path ends with a file's name.
fn answer(served: &BTreeMap<&'static str, Served>, request: &Request) -> Response {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let Some(file) = served.get(name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let methods = Methods::GET;
    match *request.method() {
        Method::GET | Method::HEAD => file.send(request),
        Method::OPTIONS => (StatusCode::NO_CONTENT, [(ALLOW, methods.allow())]).into_response(),
        _ => (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, methods.allow())]).into_response(),
    }
}

/// A file in each coding that makes it smaller, made once; the plain one last.
struct Served {
    kind: &'static str,
    forms: Vec<(Option<Coding>, Bytes)>,
}

impl Served {
    fn new(file: &'static File) -> Served {
        let text = file.text.as_bytes();
        let smaller = |coding: &Coding| Some((Some(*coding), Bytes::from(coding.smaller(text)?)));
        let mut forms: Vec<_> = Coding::ALL.iter().filter_map(smaller).collect();
        forms.push((None, Bytes::from_static(text)));
        let kind = match file.name.ends_with(".css") {
            true => "text/css; charset=utf-8",
            false => "text/javascript; charset=utf-8",
        };
        Served { kind, forms }
    }

    /// The form that is wanted most; of equals the first.
    fn form(&self, request: &Request) -> &(Option<Coding>, Bytes) {
        let accepted = Accepted::of(request.headers());
        let forms = self.forms.iter().rev();
        let best = forms.max_by_key(|(coding, _)| accepted.quality(*coding));
        best.expect("the plain form is always there")
    }

    fn send(&self, request: &Request) -> Response {
        let (coding, body) = self.form(request);
        let length = HeaderValue::from(body.len());
        let mut response = Response::new(match *request.method() {
            Method::HEAD => Body::empty(),
            _ => Body::from(body.clone()),
        });
        let headers = response.headers_mut();
        headers.insert(CONTENT_LENGTH, length);
        for (name, value) in [
            (CONTENT_TYPE, self.kind),
            // The name holds the content's hash: what it names never changes.
            (CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if let Some(coding) = coding {
            headers.insert(CONTENT_ENCODING, coding.header());
        }
        if self.forms.len() > 1 {
            headers.insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
        }
        response
    }
}
