//! Each layer in an application that has another server.

use axum::routing::{get, post};
use isle::Settings;
use isle::serve::{Compression, ErrorPages, Hosts, Limits, Probes, RequestBodies, RequestLog};
use isle_tests::raw;

#[tokio::test]
async fn each_layer_stands_alone() {
    let limits = Limits {
        body_bytes: 10,
        ..Limits::default()
    };
    let settings = Settings::default()
        .allowed_host("example.com")
        .expect("a host");
    let probes = Probes::new("/livez", "/readyz");
    let app = axum::Router::new()
        .route("/", get(|| async { "a".repeat(1000) }))
        .route("/body", post(|body: String| async { body }))
        .layer(RequestBodies::new(&limits))
        .layer(Hosts::new(settings))
        .layer(ErrorPages::new())
        .layer(Compression)
        .layer(probes.clone())
        .layer(RequestLog);
    let server = raw::Server::start(app).await;
    let answer = server
        .request("GET", "/", &[("accept-encoding", "gzip")])
        .await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    assert_eq!(
        server.post("/body", "1234567890", &[]).await.text(),
        "1234567890"
    );
    assert_eq!(server.post("/body", "12345678901", &[]).await.status, 413);
    let answer = server.request("GET", "/", &[("host", "evil.test")]).await;
    assert_eq!(answer.status, 400);
    assert_eq!(server.get("/readyz").await.text(), "ok");
    probes.ready(false);
    assert_eq!(server.get("/readyz").await.status, 503);
    assert_eq!(server.get("/livez").await.status, 200);
}
