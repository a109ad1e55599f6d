//! A page run in a test, from its request's cookies to its response.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::context::Context;
use crate::response::{Page, ResponseHead};
use crate::{Cookies, Settings};

pub(crate) async fn answer(page: impl FnOnce(&ResponseHead) -> Page) -> Response {
    answer_with_cookies("", |head, _| page(head)).await
}

pub(crate) async fn answer_with_cookies(
    sent: &'static str,
    page: impl FnOnce(&ResponseHead, &Cookies) -> Page,
) -> Response {
    let settings = Settings::default().secure_cookies(false);
    let context = Arc::new(Context::new(Arc::new(settings), "/"));
    let mut parts = Request::builder()
        .header("cookie", sent)
        .body(())
        .unwrap()
        .into_parts()
        .0;
    parts.extensions.insert(context.clone());
    let head = ResponseHead::from_request_parts(&mut parts, &())
        .await
        .unwrap();
    let cookies = Cookies::from_request_parts(&mut parts, &()).await.unwrap();
    context.finish(match page(&head, &cookies) {
        Ok(html) => (
            [(CONTENT_TYPE, "text/html; charset=utf-8")],
            html.into_bytes(),
        )
            .into_response(),
        Err(exit) => exit.into_response(),
    })
}

pub(crate) fn values<'a>(response: &'a Response, name: &str) -> Vec<&'a str> {
    response
        .headers()
        .get_all(name)
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect()
}
