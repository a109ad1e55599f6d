//! HTTP/2 without TLS, for clients that know it beforehand.

use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http2;
use hyper::{Request, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo};
use isle::serve::Limits;
use isle_tests::raw;

use crate::start;

async fn client(server: &raw::Server) -> http2::SendRequest<Full<Bytes>> {
    let io = TokioIo::new(server.connect().await);
    let (client, connection) = http2::handshake(TokioExecutor::new(), io)
        .await
        .expect("a handshake");
    tokio::spawn(connection);
    client
}

fn get(server: &raw::Server, path: &str) -> Request<Full<Bytes>> {
    let target = format!("http://{}{path}", server.address());
    Request::get(target)
        .body(Full::default())
        .expect("a request")
}

#[tokio::test]
async fn many_requests_share_a_connection() {
    let server = start(Limits::default()).await;
    let mut client = client(&server).await;
    let slow = client.send_request(get(&server, "/stream"));
    for (path, status) in [
        ("/new", 200),
        ("/panic", 500),
        ("/nowhere", 404),
        ("/plain", 200),
    ] {
        let answer = client.send_request(get(&server, path)).await;
        assert_eq!(answer.expect("an answer").status(), status, "{path}");
    }
    let body = slow.await.expect("an answer").into_body();
    let bytes = body.collect().await.expect("a body").to_bytes();
    assert_eq!(bytes.split(|byte| *byte == b'\n').count(), 41);
}

#[tokio::test]
async fn a_large_body_is_413() {
    let server = start(Limits::default()).await;
    let mut client = client(&server).await;
    let mut request = get(&server, "/plain/body");
    *request.method_mut() = hyper::Method::POST;
    *request.body_mut() = Full::from(vec![b'a'; 2 << 20]);
    let answer = client.send_request(request).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let answer = client.send_request(get(&server, "/new")).await;
    assert_eq!(answer.expect("an answer").status(), 200);
}

#[tokio::test]
async fn an_idle_connection_is_told_to_end() {
    let limits = Limits {
        idle: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = start(limits).await;
    let io = TokioIo::new(server.connect().await);
    let (mut client, connection) = http2::handshake(TokioExecutor::new(), io)
        .await
        .expect("a handshake");
    let connection = tokio::spawn(connection);
    let answer = client.send_request(get(&server, "/new")).await;
    assert_eq!(answer.expect("an answer").status(), 200);
    let end = tokio::time::timeout(Duration::from_secs(20), connection).await;
    end.expect("it ends")
        .expect("no panic")
        .expect("without an error");
}

#[tokio::test]
async fn a_client_that_takes_nothing_is_cut_off() {
    let limits = Limits {
        write: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = start(limits).await;
    let io = TokioIo::new(server.connect().await);
    // A window of one byte, which is never opened again.
    let (mut client, connection) = http2::Builder::new(TokioExecutor::new())
        .initial_stream_window_size(1)
        .handshake(io)
        .await
        .expect("a handshake");
    let connection = tokio::spawn(connection);
    let answer = client
        .send_request(get(&server, "/stream"))
        .await
        .expect("an answer");
    let end = tokio::time::timeout(Duration::from_secs(20), connection).await;
    let _ = end.expect("it ends").expect("no panic");
    drop(answer);
}
