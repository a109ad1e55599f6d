//! What the log says of components that fail. A test program of its own: others would log into it.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
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

#[derive(ClientProps)]
struct Item {
    name: String,
}

#[island("components/Cart.tsx")]
fn Cart(items: Vec<Item>);

/// What stands behind a component that takes all of the page's time.
#[page("/late")]
async fn late() -> Html {
    html! { <Loops client:load /><Cart items={vec![]} /> }
}

/// The log names the component and what it threw, and none of its props.
#[tokio::test]
async fn a_failure_is_logged() {
    let (log, guard) = Log::listen();
    let mut pages = Vec::new();
    for path in ["/throws", "/late", "/late"] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let app: axum::Router = isle::router![throws, late];
        let body = app.oneshot(request).await.unwrap().into_body();
        let body = body.collect().await.unwrap().to_bytes();
        pages.push(String::from_utf8(body.to_vec()).unwrap());
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
        "island=\"Cart\"",
        "error=the other components of the page took all of its time",
        "WARN",
        "seconds=1",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    assert!(!log.contains("hush"), "{log}");
    // The component that looped rests: nothing more is said of it, and the other has its time again.
    assert_eq!(log.matches("took too long").count(), 1, "{log}");
    assert_eq!(pages[1].matches("client:only").count(), 2, "{}", pages[1]);
    assert!(
        pages[2].ends_with("</isle-island><section><ul></ul></section>"),
        "{}",
        pages[2]
    );
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
