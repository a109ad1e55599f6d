//! One request, from its head to the last byte of its answer.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode, Uri};
use bytes::BytesMut;
use http_body_util::BodyExt;
use tower_service::Service;

/// What came back.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A browser's request. As a server hands it on, path and values are pieces of one buffer that was read.
pub fn request(path: &str) -> Request<Body> {
    let mut buffer = BytesMut::from(path);
    let values = HEADERS.map(|(_, value)| {
        buffer.extend_from_slice(value.as_bytes());
        value.len()
    });
    let mut buffer = buffer.freeze();
    let uri = Uri::from_maybe_shared(buffer.split_to(path.len())).expect("a path");
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    for ((name, _), length) in HEADERS.iter().zip(values) {
        let value = HeaderValue::from_maybe_shared(buffer.split_to(length)).expect("a header");
        request.headers_mut().insert(*name, value);
    }
    request
}

const HEADERS: [(&str, &str); 4] = [
    ("host", "localhost:3000"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64)"),
    ("accept", "text/html,application/xhtml+xml"),
    ("cookie", "session=3f0c9a7d; theme=dark"),
];

/// Answers at once: nothing here waits for anything.
pub fn answer(app: &mut Router, request: Request<Body>) -> Answer {
    at_once(async {
        let (head, body) = match app.call(request).await {
            Ok(response) => response.into_parts(),
            Err(never) => match never {},
        };
        let body = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: head.status,
            headers: head.headers,
            body,
        }
    })
}

fn at_once<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("a handler waits"),
    }
}
