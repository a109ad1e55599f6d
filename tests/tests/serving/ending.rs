//! How the server ends: what has begun is finished, and nothing holds it.

use std::time::{Duration, Instant};

use isle::serve::{Limits, Probes, Server};
use isle_tests::raw::{Answer, to_end};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::app;

/// A server that ends when it is told to.
struct Ending {
    address: std::net::SocketAddr,
    end: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Ending {
    async fn start(server: Server) -> Ending {
        let bound = server.bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = bound.address();
        let (end, ended) = oneshot::channel();
        let ended = async { drop(ended.await) };
        let task = tokio::spawn(bound.run_until(app(), ended));
        Ending {
            address,
            end: Some(end),
            task,
        }
    }

    async fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address)
            .await
            .expect("a connection");
        stream.write_all(request.as_bytes()).await.expect("sending");
        stream
    }

    fn tell(&mut self) {
        drop(self.end.take());
    }

    /// Waits until it has ended, and says how long that took.
    async fn ended(self) -> Duration {
        let start = Instant::now();
        let end = tokio::time::timeout(Duration::from_secs(30), self.task).await;
        end.expect("it ends").expect("without a panic");
        start.elapsed()
    }
}

const GET: &str = "GET /plain HTTP/1.1\r\nHost: a\r\n\r\n";

#[tokio::test]
async fn silent_and_half_sent_requests_do_not_hold_it() {
    let limits = Limits {
        first_byte: Duration::from_secs(60),
        header: Duration::from_secs(60),
        shutdown: Duration::from_secs(60),
        ..Limits::default()
    };
    let mut server = Ending::start(Server::new().limits(limits)).await;
    let _silent = server.send("").await;
    let _half = server.send("GET /plain HTTP/1.1\r\n").await;
    let mut idle = server.send(GET).await;
    let mut answer = [0; 12];
    idle.read_exact(&mut answer).await.expect("an answer");
    let _second = idle.write_all(b"GET /pl").await;
    server.tell();
    assert!(server.ended().await < Duration::from_secs(20));
}

#[tokio::test]
async fn what_has_begun_is_finished() {
    let mut server = Ending::start(Server::new()).await;
    let mut streaming = server.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let mut begin = [0; 12];
    streaming.read_exact(&mut begin).await.expect("it begins");
    server.tell();
    let mut bytes = begin.to_vec();
    bytes.extend(to_end(&mut streaming).await);
    let answer = Answer::read(&bytes);
    assert_eq!(answer.text().lines().count(), 40);
    assert!(bytes.ends_with(b"0\r\n\r\n"));
    let address = server.address;
    server.ended().await;
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn what_takes_too_long_is_cut_off() {
    let limits = Limits {
        shutdown: Duration::from_millis(300),
        ..Limits::default()
    };
    let mut server = Ending::start(Server::new().limits(limits)).await;
    let mut slow = server.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n").await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    server.tell();
    assert_eq!(to_end(&mut slow).await, b"");
    server.ended().await;
}

#[tokio::test]
async fn while_it_drains_it_is_alive_and_not_ready() {
    let server = Server::new()
        .probes(Probes::new("/livez", "/readyz"))
        .drain(Duration::from_secs(2));
    let mut server = Ending::start(server).await;
    let ask = async |server: &Ending, path: &str| {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: 10.0.0.1:80\r\nConnection: close\r\n\r\n");
        let mut stream = server.send(&request).await;
        Answer::read(&to_end(&mut stream).await).status
    };
    assert_eq!(ask(&server, "/livez").await, 200);
    assert_eq!(ask(&server, "/readyz").await, 200);
    server.tell();
    while ask(&server, "/readyz").await == 200 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(ask(&server, "/readyz").await, 503);
    assert_eq!(ask(&server, "/livez").await, 200);
    assert_eq!(ask(&server, "/new").await, 200);
    server.ended().await;
}

/// Under load: whoever gets the beginning of an answer gets it whole.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn under_load_no_answer_is_lost() {
    for _ in 0..5 {
        let mut server = Ending::start(Server::new()).await;
        let address = server.address;
        let mut clients = Vec::new();
        for _ in 0..16 {
            clients.push(tokio::spawn(async move {
                let mut whole = 0;
                loop {
                    let Ok(mut stream) = TcpStream::connect(address).await else {
                        return whole;
                    };
                    let request = "GET /new HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
                    let sent = stream.write_all(request.as_bytes()).await;
                    let mut bytes = Vec::new();
                    let read = stream.read_to_end(&mut bytes).await;
                    if bytes.is_empty() {
                        // It was not let in any more.
                        continue;
                    }
                    assert!(sent.is_ok() && read.is_ok());
                    let answer = Answer::read(&bytes);
                    let length = answer.header("content-length").expect("a length");
                    assert_eq!(length, answer.body.len().to_string());
                    assert_eq!(answer.status, 200);
                    whole += 1;
                }
            }));
        }
        let _half = server.send("GET /new HTTP/1.1\r\n").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        server.tell();
        server.ended().await;
        for client in clients {
            assert!(client.await.expect("a client") > 0);
        }
    }
}
