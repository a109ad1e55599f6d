//! Clients that send too slowly, too much, or nothing.

use std::time::{Duration, Instant};

use isle::serve::Limits;
use isle_tests::raw::{self, Answer, to_end};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{goes_on, short, start};

/// Only one of the limits is short, so that it must be the one that counts.
fn only(change: impl FnOnce(&mut Limits, Duration)) -> Limits {
    let mut limits = Limits::default();
    change(&mut limits, Duration::from_millis(300));
    limits
}

/// Sends a byte every 50 ms until the server has had enough.
async fn drip(stream: &mut TcpStream, begin: &str) -> Vec<u8> {
    stream.write_all(begin.as_bytes()).await.expect("sending");
    let (mut read, mut write) = stream.split();
    let drip = async {
        while write.write_all(b"a").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        std::future::pending::<()>().await;
    };
    let mut bytes = Vec::new();
    let end = tokio::time::timeout(Duration::from_secs(20), read.read_to_end(&mut bytes));
    tokio::select! {
        end = end => drop(end.expect("the server closes the connection in time")),
        () = drip => {}
    }
    bytes
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    let server = start(only(|limits, moment| limits.first_byte = moment)).await;
    let mut silent = server.connect().await;
    assert_eq!(to_end(&mut silent).await, b"");
    // The beginning of both HTTP/1.1's POST and the preface of HTTP/2.
    let server = start(only(|limits, moment| limits.header = moment)).await;
    let mut sniffed = server.connect().await;
    sniffed.write_all(b"P").await.expect("sending");
    assert_eq!(to_end(&mut sniffed).await, b"");
    let mut preface = server.connect().await;
    let begin = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    preface.write_all(begin).await.expect("sending");
    to_end(&mut preface).await;
    goes_on(&server).await;
}

#[tokio::test]
async fn a_connections_time_begins_with_it() {
    let server = start(short()).await;
    // Nobody comes for longer than a connection may be silent.
    tokio::time::sleep(Duration::from_millis(700)).await;
    goes_on(&server).await;
}

#[tokio::test]
async fn a_slow_header_is_cut_off() {
    let server = start(only(|limits, moment| limits.header = moment)).await;
    let mut slow = server.connect().await;
    assert_eq!(
        drip(&mut slow, "GET /new HTTP/1.1\r\nHost: a\r\nX: ").await,
        b""
    );
    // The second request of a connection is no better.
    let mut second = server.connect().await;
    let first = "GET /plain HTTP/1.1\r\nHost: a\r\n\r\n";
    second.write_all(first.as_bytes()).await.expect("sending");
    let mut answer = [0; 12];
    second.read_exact(&mut answer).await.expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 200");
    drip(&mut second, "GET /plain HTT").await;
    goes_on(&server).await;
}

#[tokio::test]
async fn a_slow_body_is_408() {
    let server = start(only(|limits, moment| {
        limits.body = moment;
        limits.body_rate = u32::MAX;
    }))
    .await;
    for target in ["/form", "/hook", "/plain/body"] {
        let head = format!(
            "POST {target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: 1000\r\n\r\ntext="
        );
        let mut slow = server.connect().await;
        let answer = Answer::read(&drip(&mut slow, &head).await);
        assert_eq!(answer.status, 408, "{target}");
        assert_eq!(answer.header("connection"), Some("close"), "{target}");
    }
    goes_on(&server).await;
}

#[tokio::test]
async fn a_body_earns_time_with_each_byte() {
    let server = start(only(|limits, moment| {
        limits.body = moment;
        limits.body_rate = 1;
    }))
    .await;
    let mut steady = server.connect().await;
    let head =
        "POST /plain/body HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 12\r\n\r\n";
    steady.write_all(head.as_bytes()).await.expect("sending");
    for _ in 0..12 {
        steady.write_all(b"a").await.expect("sending");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let answer = Answer::read(&to_end(&mut steady).await);
    assert_eq!((answer.status, answer.text()), (200, "12"));
}

#[tokio::test]
async fn a_flood_of_idle_connections_keeps_nobody_out() {
    let limits = Limits {
        connections: 8,
        ..Limits::default()
    };
    let server = start(limits).await;
    let mut flood = Vec::new();
    for number in 0..100 {
        let mut idle = server.connect().await;
        if number % 2 == 0 {
            idle.write_all(b"GET / HTTP/1.1\r\n")
                .await
                .expect("sending");
        }
        flood.push(idle);
        if number % 10 == 0 {
            goes_on(&server).await;
        }
    }
    goes_on(&server).await;
    // The first had to make room.
    to_end(&mut flood[0]).await;
}

#[tokio::test]
async fn a_request_is_not_pushed_out_by_a_flood() {
    let limits = Limits {
        connections: 4,
        ..Limits::default()
    };
    let server = start(limits).await;
    let streaming = server.get("/stream");
    let flood = async {
        let mut flood = Vec::new();
        for _ in 0..50 {
            flood.push(server.connect().await);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let (answer, ()) = tokio::join!(streaming, flood);
    assert_eq!(answer.text().lines().count(), 40);
}

#[tokio::test]
async fn an_idle_connection_is_closed_and_a_busy_one_is_not() {
    let server = start(only(|limits, moment| limits.idle = moment)).await;
    let mut idle = server.connect().await;
    let request = b"GET /plain HTTP/1.1\r\nHost: a\r\n\r\n";
    idle.write_all(request).await.expect("sending");
    let answer = Answer::read(&to_end(&mut idle).await);
    assert_eq!(answer.status, 200);
    // It takes 800 ms.
    assert_eq!(server.get("/stream").await.text().lines().count(), 40);
}

#[tokio::test]
async fn an_oversized_header_is_431() {
    let server = start(Limits::default()).await;
    let fits = "a".repeat(60 << 10);
    let answer = server.request("GET", "/new", &[("x-large", &fits)]).await;
    assert_eq!(answer.status, 200);
    let large = "a".repeat(70 << 10);
    let answer = send_all(
        &server,
        &format!("GET /new HTTP/1.1\r\nHost: a\r\nX: {large}\r\n\r\n"),
    )
    .await;
    assert_eq!(answer.status, 431);
    let answer = send_all(
        &server,
        &format!("GET /{large} HTTP/1.1\r\nHost: a\r\n\r\n"),
    )
    .await;
    assert!(matches!(answer.status, 414 | 431), "{}", answer.status);
    let many = "X: a\r\n".repeat(101);
    let answer = send_all(
        &server,
        &format!("GET /new HTTP/1.1\r\nHost: a\r\n{many}\r\n"),
    )
    .await;
    assert_eq!(answer.status, 431);
    goes_on(&server).await;
}

/// Sends as much as the server takes.
async fn send_all(server: &raw::Server, request: &str) -> Answer {
    let mut stream = server.connect().await;
    let _ = stream.write_all(request.as_bytes()).await;
    Answer::read(&to_end(&mut stream).await)
}

#[tokio::test]
async fn an_oversized_body_is_413_before_it_is_sent() {
    let server = start(Limits::default()).await;
    for target in ["/form", "/hook", "/plain/body", "/nowhere"] {
        let head = format!("POST {target} HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
        let answer = server.send(head).await;
        assert_eq!(answer.status, 413, "{target}");
    }
    let asks =
        "POST /hook HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1048577\r\n\r\n";
    let answer = server.send(asks).await;
    assert_eq!(answer.status, 413);
    let full = "a".repeat(1 << 20);
    let answer = server.post("/plain/body", &full, &[]).await;
    assert_eq!((answer.status, answer.text()), (200, "1048576"));
    goes_on(&server).await;
}

#[tokio::test]
async fn an_oversized_body_of_unknown_length_is_413() {
    let limits = Limits {
        body_bytes: 1000,
        ..Limits::default()
    };
    let server = start(limits).await;
    for target in ["/form", "/hook", "/plain/body"] {
        let chunks = format!("64\r\n{}\r\n", "a".repeat(100)).repeat(11);
        let request = format!(
            "POST {target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n"
        );
        assert_eq!(send_all(&server, &request).await.status, 413, "{target}");
    }
    goes_on(&server).await;
}

#[tokio::test]
async fn a_client_that_reads_nothing_is_cut_off() {
    let app = axum::Router::new().route(
        "/large",
        axum::routing::get(|| async { vec![b'a'; 64 << 20] }),
    );
    let limits = only(|limits, moment| limits.write = moment);
    let server = isle::serve::Server::new().limits(limits);
    let server = raw::Server::serve(server, app).await;
    let mut deaf = server.connect().await;
    let request = b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n";
    deaf.write_all(request).await.expect("sending");
    tokio::time::sleep(Duration::from_millis(1500)).await;
    // What the system holds for it comes still.
    assert!(to_end(&mut deaf).await.len() < 64 << 20);
}

#[tokio::test]
async fn no_host_or_two_is_400_for_every_route() {
    let server = start(short()).await;
    for target in ["/new", "/plain", "/nowhere"] {
        for hosts in ["", "Host: a b\r\n", "Host: a\r\nHost: a\r\n", "Host:\r\n"] {
            let request = format!("GET {target} HTTP/1.1\r\n{hosts}\r\n");
            let answer = server.send(request).await;
            assert_eq!(answer.status, 400, "{target} {hosts:?}");
        }
    }
    // HTTP/1.0 need not name one.
    let answer = server.send("GET /plain HTTP/1.0\r\n\r\n").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn after_a_400_the_connection_is_closed() {
    let server = start(Limits::default()).await;
    let twice = "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2);
    let start = Instant::now();
    let mut stream = server.connect().await;
    stream.write_all(twice.as_bytes()).await.expect("sending");
    let bytes = to_end(&mut stream).await;
    let answers = String::from_utf8_lossy(&bytes)
        .matches("HTTP/1.1 400")
        .count();
    assert_eq!(answers, 1);
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "it was not closed at once"
    );
}
