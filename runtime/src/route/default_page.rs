//! Isle's own error pages, where a site has none.

use std::error::Error;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use crate::html::Buf;

/// A small document that names the status, with this markup below.
pub(crate) fn response(status: StatusCode, shown: &str) -> Response {
    let mut response = Response::new(Body::from(document(status, shown)));
    *response.status_mut() = status;
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, html);
    response
}

fn document(status: StatusCode, shown: &str) -> String {
    let reason = status.canonical_reason().unwrap_or("Error");
    let code = status.as_str();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{code} {reason}</title></head>\
         <body style=\"font-family: system-ui, sans-serif; margin: 3rem auto; max-width: 42rem; padding: 0 1rem\">\
         <h1>{reason}</h1>{shown}</body></html>"
    )
}

/// An error and what caused it, escaped.
pub(super) fn shown(failure: &(dyn Error + 'static)) -> String {
    let mut html = format!(
        "<section style=\"font-family: system-ui, sans-serif\"><h2>What failed</h2>{}",
        quoted(failure)
    );
    let mut cause = failure.source();
    if cause.is_some() {
        html.push_str("<h3>Caused by</h3><ol>");
        while let Some(error) = cause {
            html.push_str(&format!("<li>{}</li>", quoted(error)));
            cause = error.source();
        }
        html.push_str("</ol>");
    }
    html.push_str("<p>You see this since errors are shown (<code>Errors::Shown</code>); release builds hide them.</p></section>");
    html
}

fn quoted(error: &(dyn Error + 'static)) -> String {
    let mut text = Buf::new();
    text.text(&error.to_string());
    format!(
        "<pre style=\"white-space: pre-wrap\">\n{}</pre>",
        text.finish()
    )
}
