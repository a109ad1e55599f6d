//! Clients that want no good.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{PATIENCE, status};
use crate::random::Random;
use crate::tally::Tally;

/// Requests that nobody should send, and what each may be answered with.
const MALFORMED: [(&str, &[u16]); 16] = [
    ("GET /hello/a HTTP/1.1\r\n\r\n", &[400]),
    ("GET /hello/a HTTP/1.1\r\nHost: a b\r\n\r\n", &[400]),
    (
        "GET /hello/a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        &[400],
    ),
    ("GET /hello/%zz HTTP/1.1\r\nHost: a\r\n\r\n", &[400]),
    ("GET /hello/..%2F HTTP/1.1\r\nHost: a\r\n\r\n", &[200]),
    ("GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", &[400]),
    ("GET //hello/a HTTP/1.1\r\nHost: a\r\n\r\n", &[404]),
    ("G\u{1}T / HTTP/1.1\r\nHost: a\r\n\r\n", &[400]),
    ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", &[400]),
    ("no HTTP at all\r\n\r\n", &[400]),
    ("GET /hello/a HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", &[400]),
    (
        "POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        &[400],
    ),
    (
        "POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
        &[413],
    ),
    (
        "POST /length HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        &[400],
    ),
    (
        "POST /length HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        &[400, 405, 200],
    ),
    ("DELETE /hello/a HTTP/1.1\r\nHost: a\r\n\r\n", &[405]),
];

/// Sends one of them, or a head that is too long, on a connection of its own.
pub(crate) async fn malformed(address: SocketAddr, random: &mut Random, tally: &Tally) {
    let (request, allowed) = match random.next() % 32 {
        0 => {
            let long = "a".repeat(80 << 10);
            (
                format!("GET / HTTP/1.1\r\nHost: a\r\nX: {long}\r\n\r\n"),
                &[431][..],
            )
        }
        _ => {
            let (request, allowed) = random.of(&MALFORMED);
            ((*request).to_owned(), *allowed)
        }
    };
    let Ok(mut stream) = TcpStream::connect(address).await else {
        return tally.count("no connection");
    };
    // The server may have had enough before all is sent.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut head = [0; 16];
    match tokio::time::timeout(PATIENCE, stream.read_exact(&mut head)).await {
        Ok(Ok(_)) => {
            let status = status(&String::from_utf8_lossy(&head));
            match status.filter(|status| allowed.contains(status)) {
                Some(_) => tally.count("malformed, and told so"),
                None => tally.fail("wrong answer", || format!("{status:?} to {request:?}")),
            }
        }
        // A head that is too long may be cut off while it is sent, and the answer with it.
        Ok(Err(_)) if allowed == [431] => tally.count("malformed, and cut off"),
        _ => tally.fail("lost request", || request),
    }
}

/// What a slow client sends before it sends no more.
const SLOW: [(&str, &str); 5] = [
    ("silent", ""),
    ("slow head", "GET /hello/a HTTP/1.1\r\nHost:"),
    (
        "slow body",
        "POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\na",
    ),
    (
        "page that never ends",
        "GET /never HTTP/1.1\r\nHost: a\r\n\r\n",
    ),
    (
        "client that leaves",
        "GET /never HTTP/1.1\r\nHost: a\r\n\r\n",
    ),
];

/// Begins, and waits for the server to end it.
pub(crate) async fn slow(address: SocketAddr, number: u64, end: Instant, tally: Arc<Tally>) {
    let mut random = Random::new(number + 1_000_003);
    while Instant::now() < end {
        let (kind, begin) = *random.of(&SLOW);
        let Ok(mut stream) = TcpStream::connect(address).await else {
            tally.count("no connection");
            continue;
        };
        let _ = stream.write_all(begin.as_bytes()).await;
        if kind == "client that leaves" {
            tokio::time::sleep(Duration::from_millis(50)).await;
            tally.count(kind);
            continue;
        }
        let mut rest = Vec::new();
        match tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await {
            Ok(_) => tally.count(kind),
            Err(_) => tally.fail("not closed", || kind.to_owned()),
        }
    }
}
