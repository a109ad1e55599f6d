//! The files that pages refer to. They are in the program, under names that change with their contents, so a browser may keep them for ever.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::catalogue::fnv1a;

const STYLE: &str = include_str!("style.css");
const ICON: &str = include_str!("icon.svg");

/// The files by their paths.
pub(crate) const FILES: [(&str, &str); 2] = [("/style.css", STYLE), ("/icon.svg", ICON)];

/// The address of the style sheet.
pub fn style() -> String {
    format!("/style.css?v={:016x}", const { fnv1a(STYLE.as_bytes()) })
}

/// The address of the icon.
pub fn icon() -> String {
    format!("/icon.svg?v={:016x}", const { fnv1a(ICON.as_bytes()) })
}

/// The routes of the files: plain axum, beside isle's.
pub fn router<S: Clone + Send + Sync + 'static>() -> axum::Router<S> {
    axum::Router::new()
        .route("/style.css", get(|| file("text/css; charset=utf-8", STYLE)))
        .route("/icon.svg", get(|| file("image/svg+xml", ICON)))
}

async fn file(kind: &'static str, file: &'static str) -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, file)
}
