//! Requests as isle's extractors see them.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::{Builder, Parts};
use axum::http::{HeaderValue, Request};
use axum::response::IntoResponse;
use isle::request::{Context, Cookies};
use isle::{Html, Settings};
use tokio::runtime;

/// What is left of a request without its body.
///
/// # Panics
///
/// If the request is malformed.
pub fn parts(request: Builder) -> Parts {
    request.body(()).expect("a request").into_parts().0
}

/// The same, as isle's router hands it to a page.
///
/// # Panics
///
/// If the request is malformed.
pub fn routed(request: Builder, settings: Settings) -> (Parts, Arc<Context>) {
    let mut parts = parts(request);
    let context = Arc::new(Context::new(Arc::new(settings), "/"));
    parts.extensions.insert(context.clone());
    (parts, context)
}

/// Runs `page` with the cookies of these headers; returns what it does and the `Set-Cookie` lines.
///
/// # Panics
///
/// If a header is malformed.
pub fn with_cookies<T>(headers: &[&str], page: impl FnOnce(&Cookies) -> T) -> (T, Vec<String>) {
    let mut request = Request::builder().uri("/");
    for header in headers {
        request = request.header(
            "cookie",
            HeaderValue::from_bytes(header.as_bytes()).expect("a header value"),
        );
    }
    let (mut parts, context) = routed(request, Settings::default());
    let ready = Cookies::from_request_parts(&mut parts, &());
    let runtime = runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let cookies = runtime
        .block_on(ready)
        .expect("the router's context is there");
    let done = page(&cookies);
    let response = context.finish(Html::trusted("").into_bytes().into_response());
    let lines = response.headers().get_all("set-cookie").iter();
    (
        done,
        lines
            .map(|line| line.to_str().unwrap().to_owned())
            .collect(),
    )
}
