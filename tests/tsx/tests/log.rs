//! What the log says of components that fail. A test program of its own: others would log into it.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use isle::prelude::*;
use tower::ServiceExt;

#[island("components/Throws.tsx")]
fn Throws(word: &str);

#[island("components/Loops.tsx")]
fn Loops();

#[page("/throws")]
async fn throws() -> Html {
    html! { <Throws word="hush" client:load /> }
}

#[page("/loops")]
async fn loops() -> Html {
    html! { <Loops client:load /> }
}

/// The log names the component and what it threw, and none of its props.
#[tokio::test]
async fn a_failure_is_logged() {
    let (log, guard) = Log::listen();
    for path in ["/throws", "/loops", "/loops"] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let app: axum::Router = isle::router![throws, loops];
        assert_eq!(app.oneshot(request).await.unwrap().status(), 200);
    }
    drop(guard);
    let log = log.text();
    for said in [
        "ERROR",
        "island=\"Throws\"",
        "component=\"components/Throws.tsx\"",
        "error=Error: no such thing",
        "dist/server/Throws.js:1:",
        "island=\"Loops\"",
        "error=it took too long",
        "WARN",
        "seconds=1",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    assert!(!log.contains("hush"), "{log}");
    // While a component rests, nothing more is said.
    assert_eq!(log.matches("took too long").count(), 1, "{log}");
}

/// What is logged in this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn listen() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
