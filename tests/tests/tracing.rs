//! What the log says of a request: the pattern, the method, the status, the time; never a value.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use isle::prelude::*;
use tower_service::Service;
use tracing_subscriber::fmt::format::FmtSpan;

#[page("/secrets/[name]")]
async fn secret(name: String, cookies: Cookies) -> Page {
    let seen = cookies.get("session").map(|cookie| cookie.value().len());
    if name.len() == 7 {
        return Err(std::io::Error::other("the vault is shut").into());
    }
    html! { <p>{name}{seen}</p> }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is logged, at every level, while a request is answered.
async fn logged(target: &str) -> String {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let mut app: axum::Router = isle::router![secret];
    let request = Request::get(target)
        .header("cookie", "session=hidden-token")
        .body(Body::empty())
        .expect("a request");
    let response = app.call(request).await.expect("an answer");
    drop(response);
    let bytes = log.0.lock().unwrap().clone();
    String::from_utf8(bytes).expect("text")
}

#[tokio::test]
async fn the_pattern_the_method_and_the_status_are_logged() {
    let log = logged("/secrets/treasure?q=hidden-query").await;
    for part in [
        "method=\"GET\"",
        "pattern=\"/secrets/[name]\"",
        "status=200",
        "milliseconds=",
    ] {
        assert!(log.contains(part), "{part}: {log}");
    }
}

#[tokio::test]
async fn no_value_is_logged() {
    for target in [
        "/secrets/treasure?q=hidden-query",
        "/secrets/pirates?q=hidden-query",
    ] {
        let log = logged(target).await;
        for part in ["treasure", "pirates", "hidden"] {
            assert!(!log.contains(part), "{part}: {log}");
        }
    }
}

#[tokio::test]
async fn a_failure_is_logged_with_its_cause() {
    let log = logged("/secrets/pirates").await;
    assert!(
        log.contains("ERROR") && log.contains("the vault is shut") && log.contains("status=500"),
        "{log}"
    );
}
