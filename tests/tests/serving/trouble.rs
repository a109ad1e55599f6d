//! An application that panics, that never ends, and a client that leaves.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::IntoResponse;
use axum::routing::get;
use isle::prelude::*;
use isle::serve::{ErrorPages, Limits, Server};
use isle_tests::raw::{self, to_end};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{app, goes_on, short, start};

const HTML: (&str, &str) = ("accept", "text/html");

#[component]
fn Broken(number: usize) -> Html {
    let numbers = [1, 2, 3];
    html! { <b>{numbers[number]}</b> }
}

#[page("/component")]
async fn component() -> Page {
    html! { <p><Broken number={3}/></p> }
}

#[tokio::test]
async fn a_panic_in_a_page_or_a_component_is_the_500_page() {
    let server = start(Limits::default()).await;
    for _ in 0..20 {
        let answer = server.request("GET", "/panic", &[HTML]).await;
        assert_eq!(answer.status, 500);
        assert!(
            answer.text().contains("Something failed"),
            "{}",
            answer.text()
        );
    }
    goes_on(&server).await;
    let server = raw::Server::serve(Server::new(), isle::router![component]).await;
    for _ in 0..20 {
        let answer = server.request("GET", "/component", &[HTML]).await;
        assert_eq!(answer.status, 500);
        assert!(answer.header("content-security-policy").is_some());
    }
}

#[tokio::test]
async fn a_panic_in_any_other_handler_is_the_sites_500_page() {
    let server = start(Limits::default()).await;
    let answer = server.request("GET", "/plain/panic", &[HTML]).await;
    assert_eq!(answer.status, 500);
    assert!(
        answer.text().contains("Something failed"),
        "{}",
        answer.text()
    );
    assert!(!answer.text().contains("of the application's own"));
    // A program gets the status.
    let answer = server.get("/plain/panic").await;
    assert_eq!((answer.status, answer.body.len()), (500, 0));
    goes_on(&server).await;
}

#[tokio::test]
async fn without_a_500_page_it_is_a_plain_one() {
    async fn panics() -> &'static str {
        panic!("here")
    }
    let app = axum::Router::new()
        .route("/", get(panics))
        .route("/500", get(|| async { "no error page" }))
        .route("/empty", get(|| async { StatusCode::IM_A_TEAPOT }));
    let server = raw::Server::serve(Server::new(), app.clone()).await;
    for (target, status) in [("/", 500), ("/empty", 418), ("/nowhere", 404)] {
        let answer = server.request("GET", target, &[HTML]).await;
        assert_eq!(answer.status, status, "{target}");
        assert!(answer.text().starts_with("<!DOCTYPE html>"), "{target}");
        let answer = server.get(target).await;
        assert_eq!((answer.status, answer.body.len()), (status, 0), "{target}");
    }
    let layered = app.layer(ErrorPages::new());
    let server = raw::Server::start(layered).await;
    let answer = server.request("GET", "/", &[HTML]).await;
    assert_eq!(answer.status, 500);
    assert!(answer.text().starts_with("<!DOCTYPE html>"));
}

#[tokio::test]
async fn a_panic_after_the_body_has_begun_cuts_it_off() {
    let server = start(Limits::default()).await;
    let mut stream = server.connect().await;
    let request = b"GET /panic-late HTTP/1.1\r\nHost: a\r\n\r\n";
    stream.write_all(request).await.expect("sending");
    let bytes = to_end(&mut stream).await;
    // Without the last chunk nobody takes it for whole.
    assert!(!bytes.ends_with(b"0\r\n\r\n"));
    goes_on(&server).await;
}

#[tokio::test]
async fn a_page_that_never_ends_is_503_and_dropped() {
    struct Noted(Arc<AtomicUsize>);
    impl Drop for Noted {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
    let dropped = Arc::new(AtomicUsize::new(0));
    let noted = dropped.clone();
    let endless = get(move || async move {
        let _noted = Noted(noted);
        std::future::pending::<&'static str>().await
    });
    let limits = Limits {
        answer: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = Server::new().limits(limits);
    let server = raw::Server::serve(server, app().route("/endless", endless)).await;
    let (page, plain) = tokio::join!(
        server.request("GET", "/slow", &[HTML]),
        server.request("GET", "/endless", &[HTML])
    );
    for answer in [page, plain] {
        assert_eq!(answer.status, 503);
        assert!(answer.text().contains("Service Unavailable"));
    }
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
    goes_on(&server).await;
}

/// Counts how often it was polled, and that it was dropped.
struct Endless {
    polled: Arc<AtomicUsize>,
    dropped: Arc<AtomicUsize>,
}

impl Drop for Endless {
    fn drop(&mut self) {
        self.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn a_client_that_goes_away_ends_its_stream() {
    let (polled, dropped) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let endless = {
        let (polled, dropped) = (polled.clone(), dropped.clone());
        move || async move {
            let state = Endless { polled, dropped };
            let parts = futures_util::stream::unfold(state, |state| async move {
                state.polled.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(20)).await;
                Some((Ok::<_, std::io::Error>(Bytes::from_static(b"part")), state))
            });
            Body::from_stream(parts).into_response()
        }
    };
    let app = axum::Router::new().route("/endless", get(endless));
    // The stream lives as long as it likes: no limit is about it.
    let server = raw::Server::serve(Server::new().limits(short()), app).await;
    let mut client = server.connect().await;
    let request = b"GET /endless HTTP/1.1\r\nHost: a\r\n\r\n";
    client.write_all(request).await.expect("sending");
    let mut some = [0; 400];
    client.read_exact(&mut some).await.expect("a part of it");
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(dropped.load(Ordering::SeqCst), 0);
    drop(client);
    for _ in 0..1000 {
        if dropped.load(Ordering::SeqCst) == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the stream was not dropped");
}
