//! Clients that want something: in turn a good request on a connection that is kept, and a bad one on its own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::hostile;
use crate::random::Random;
use crate::tally::Tally;

/// How long an answer may take before it counts as lost.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) async fn run(address: SocketAddr, number: u64, end: Instant, tally: Arc<Tally>) {
    let mut random = Random::new(number + 1);
    let mut kept = None;
    while Instant::now() < end {
        let good = Good::any(&mut random);
        good.ask(address, &mut kept, &tally).await;
        hostile::malformed(address, &mut random, &tally).await;
    }
}

/// A request that has a right answer.
struct Good {
    kind: &'static str,
    request: String,
    status: u16,
    /// What must stand in the body.
    holds: String,
}

impl Good {
    fn any(random: &mut Random) -> Good {
        let token = format!("{:016x}", random.next());
        let get = |path: &str| {
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n")
        };
        match random.next() % 16 {
            0 => Good {
                kind: "500 of a page that panics",
                request: get("/panic"),
                status: 500,
                holds: "Something failed".to_owned(),
            },
            1 => Good {
                kind: "404",
                request: get(&format!("/nowhere/{token}")),
                status: 404,
                holds: String::new(),
            },
            2 | 3 => {
                let length = 1 + random.next() % 20_000;
                let body = "a".repeat(length as usize);
                Good {
                    kind: "200 of a form",
                    request: format!(
                        "POST /length HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n{body}"
                    ),
                    status: 200,
                    holds: length.to_string(),
                }
            }
            _ => Good {
                kind: "200 of a page",
                request: get(&format!("/hello/{token}")),
                status: 200,
                holds: format!("<h1>Hello, {token}!</h1>"),
            },
        }
    }

    async fn ask(&self, address: SocketAddr, kept: &mut Option<TcpStream>, tally: &Tally) {
        loop {
            let fresh = kept.is_none();
            let stream = match kept.take() {
                Some(stream) => stream,
                None => match TcpStream::connect(address).await {
                    Ok(stream) => stream,
                    Err(_) => return tally.count("no connection"),
                },
            };
            match tokio::time::timeout(PATIENCE, talk(stream, self.request.as_bytes())).await {
                Ok(Some((stream, answer))) => {
                    self.check(&answer, tally);
                    *kept = Some(stream);
                    return;
                }
                // The server may close a connection that is kept whenever it likes.
                Ok(None) if !fresh => tally.count("kept connection was closed"),
                _ => return tally.fail("lost request", || self.request.clone()),
            }
        }
    }

    fn check(&self, answer: &Answer, tally: &Tally) {
        if answer.status == self.status && answer.body.contains(&self.holds) {
            tally.count(self.kind);
        } else {
            tally.fail("wrong answer", || {
                format!("{}\n{} {}", self.request, answer.status, answer.body)
            });
        }
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    body: String,
}

/// Sends a request and reads its answer; nothing where the connection ends before.
async fn talk(mut stream: TcpStream, request: &[u8]) -> Option<(TcpStream, Answer)> {
    stream.write_all(request).await.ok()?;
    let mut bytes = Vec::new();
    loop {
        let mut part = [0; 8192];
        let count = stream
            .read(&mut part)
            .await
            .ok()
            .filter(|count| *count > 0)?;
        bytes.extend_from_slice(&part[..count]);
        if let Some(answer) = read(&bytes) {
            return Some((stream, answer));
        }
    }
}

/// The answer, if all of it is there.
fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length = head.split("content-length: ").nth(1)?;
    let length: usize = length.split('\r').next()?.trim().parse().ok()?;
    let body = bytes.get(end + 4..end + 4 + length)?;
    Some(Answer {
        status: status(&head)?,
        body: String::from_utf8_lossy(body).into_owned(),
    })
}

pub(crate) fn status(head: &str) -> Option<u16> {
    head.split(' ').nth(1)?.parse().ok()
}
