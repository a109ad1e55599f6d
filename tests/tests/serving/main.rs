//! The standalone server under attack, over real sockets: each gets what it deserves, and the server goes on.
#![forbid(unsafe_code)]

mod clients;
mod compression;
mod ending;
mod http2;
mod layers;
mod trouble;

use std::time::Duration;

use axum::routing::{get, post};
use isle::serve::{Limits, Server};
use isle_tests::raw;

/// Limits that a test need not wait for.
fn short() -> Limits {
    let moment = Duration::from_millis(300);
    Limits {
        first_byte: moment,
        header: moment,
        body: moment,
        answer: moment,
        idle: moment,
        write: moment,
        shutdown: moment,
        ..Limits::default()
    }
}

/// The fixture, and a few routes that are not isle's.
fn app() -> axum::Router {
    axum::Router::new()
        .merge(isle_fixture::app(isle::Settings::default()))
        .route("/plain", get(|| async { "plain" }))
        .route("/plain/panic", get(plain_panic))
        .route(
            "/plain/body",
            post(|body: String| async move { body.len().to_string() }),
        )
}

async fn plain_panic() -> &'static str {
    panic!("a handler of the application's own")
}

async fn start(limits: Limits) -> raw::Server {
    raw::Server::serve(Server::new().limits(limits), app()).await
}

/// The server still answers.
async fn goes_on(server: &raw::Server) {
    let answer = server.get("/new").await;
    assert_eq!(answer.status, 200);
}
