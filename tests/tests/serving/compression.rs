//! Compressed answers.

use std::io::Read;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use isle::serve::{Limits, Server};
use isle_tests::raw::{self, Answer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

fn text() -> String {
    "A sentence that comes again and again. ".repeat(100)
}

fn plain(answer: &Answer) -> String {
    let mut text = String::new();
    let body = answer.body.as_slice();
    match answer.header("content-encoding") {
        Some("br") => brotli::Decompressor::new(body, 4096).read_to_string(&mut text),
        Some("gzip") => flate2::read::GzDecoder::new(body).read_to_string(&mut text),
        _ => return String::from_utf8(body.to_vec()).expect("UTF-8"),
    }
    .expect("what it says it is");
    text
}

fn app() -> axum::Router {
    axum::Router::new()
        .route("/text", answering("text/html; charset=utf-8", &[]))
        .route("/tiny", get(|| async { "tiny" }))
        .route("/photo", answering("image/jpeg", &[]))
        .route("/drawing", answering("image/svg+xml", &[]))
        .route(
            "/before",
            answering("text/html", &[(CONTENT_ENCODING, "gzip"), (ETAG, "\"g\"")]),
        )
        .route(
            "/as-it-is",
            answering("text/html", &[(CACHE_CONTROL, "public, no-transform")]),
        )
        .route("/tagged", answering("text/html", &[(ETAG, "\"t\"")]))
        .route("/parts", get(parts))
}

fn answering(kind: &'static str, headers: &[(HeaderName, &'static str)]) -> MethodRouter {
    let mut all = HeaderMap::new();
    all.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in headers {
        all.insert(name, HeaderValue::from_static(value));
    }
    get(move || async move { (all, text()) })
}

/// A part every now and then.
async fn parts() -> impl IntoResponse {
    let parts = futures_util::stream::unfold(0, |number| async move {
        if number > 0 {
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        (number < 20).then(|| {
            (
                Ok::<_, std::io::Error>(Bytes::from(format!("part {number}"))),
                number + 1,
            )
        })
    });
    ([(CONTENT_TYPE, "text/plain")], Body::from_stream(parts))
}

async fn server() -> raw::Server {
    raw::Server::serve(Server::new().limits(Limits::default()), app()).await
}

#[tokio::test]
async fn brotli_or_gzip_as_the_browser_likes() {
    let server = server().await;
    for (accept, encoding) in [
        ("gzip, deflate, br, zstd", Some("br")),
        ("gzip", Some("gzip")),
        ("br;q=0.5, gzip", Some("gzip")),
        ("br;q=0", None),
        ("identity", None),
        ("zstd", None),
    ] {
        let answer = server
            .request("GET", "/text", &[("accept-encoding", accept)])
            .await;
        assert_eq!(answer.header("content-encoding"), encoding, "{accept}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"), "{accept}");
        assert_eq!(plain(&answer), text(), "{accept}");
        assert_eq!(answer.body.len() < 1000, encoding.is_some());
    }
    assert_eq!(server.get("/text").await.header("content-encoding"), None);
}

#[tokio::test]
async fn what_gains_nothing_stays() {
    let server = server().await;
    let encoding = async |target| {
        let answer = server
            .request("GET", target, &[("accept-encoding", "br")])
            .await;
        answer.header("content-encoding").map(str::to_owned)
    };
    assert_eq!(encoding("/tiny").await, None);
    assert_eq!(encoding("/photo").await, None);
    assert_eq!(encoding("/as-it-is").await, None);
    assert_eq!(encoding("/before").await.as_deref(), Some("gzip"));
    assert_eq!(encoding("/drawing").await.as_deref(), Some("br"));
}

#[tokio::test]
async fn the_tag_of_other_bytes_is_weak() {
    let server = server().await;
    let tag = async |target, accept| {
        let answer = server
            .request("GET", target, &[("accept-encoding", accept)])
            .await;
        answer.header("etag").map(str::to_owned)
    };
    assert_eq!(tag("/tagged", "br").await.as_deref(), Some("W/\"t\""));
    assert_eq!(tag("/tagged", "identity").await.as_deref(), Some("\"t\""));
    assert_eq!(tag("/before", "br").await.as_deref(), Some("\"g\""));
}

#[tokio::test]
async fn head_says_no_length_that_get_would_not_have() {
    let server = server().await;
    let answer = server
        .request("HEAD", "/text", &[("accept-encoding", "br")])
        .await;
    let length = answer.header("content-length");
    assert!(answer.body.is_empty());
    assert_ne!(length, Some(&*text().len().to_string()));
    assert_ne!(length, Some("0"));
}

#[tokio::test]
async fn a_part_is_sent_when_it_is_there() {
    let server = server().await;
    for encoding in ["br", "gzip"] {
        let mut stream = server.connect().await;
        let request =
            format!("GET /parts HTTP/1.1\r\nHost: a\r\nAccept-Encoding: {encoding}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("sending");
        let mut bytes = Vec::new();
        let mut part = [0; 1000];
        // The whole would take 40 s.
        let first = async {
            loop {
                let count = stream.read(&mut part).await.expect("reading");
                bytes.extend_from_slice(&part[..count]);
                if begins(&Answer::read(&bytes)) {
                    break;
                }
            }
        };
        let first = tokio::time::timeout(Duration::from_secs(20), first).await;
        assert!(first.is_ok(), "{encoding}");
    }
}

/// Whether the first part can be read already.
fn begins(answer: &Answer) -> bool {
    let mut text = [0; 6];
    let body = answer.body.as_slice();
    let read = match answer.header("content-encoding") {
        Some("br") => brotli::Decompressor::new(body, 4096).read_exact(&mut text),
        Some("gzip") => flate2::read::GzDecoder::new(body).read_exact(&mut text),
        other => panic!("{other:?} is no encoding that was asked for"),
    };
    read.is_ok() && &text == b"part 0"
}
