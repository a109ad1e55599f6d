//! A server on a thread of its own, which knows what the thread has computed, and a client that keeps one connection.

use std::io::{Read, Write};
use std::mem::MaybeUninit;
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::Duration;

use axum::Router;
use tokio::sync::{mpsc, oneshot};

/// A running server.
pub struct Server {
    address: SocketAddr,
    clock: mpsc::UnboundedSender<oneshot::Sender<Duration>>,
}

impl Server {
    /// Starts it; it ends with the program.
    pub fn start(app: Router) -> Server {
        let (clock, mut asked) = mpsc::unbounded_channel::<oneshot::Sender<Duration>>();
        let (listens, address) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                    .await
                    .expect("a free port");
                listens
                    .send(listener.local_addr().expect("an address"))
                    .expect("somebody waits");
                tokio::spawn(async move {
                    while let Some(answer) = asked.recv().await {
                        let _ = answer.send(computed());
                    }
                });
                axum::serve(listener, app).await.expect("serving");
            });
        });
        let address = address.recv().expect("the server listens");
        Server { address, clock }
    }

    /// What the server's thread has computed so far.
    pub fn computed(&self) -> Duration {
        let (answer, told) = oneshot::channel();
        self.clock.send(answer).expect("the server runs");
        told.blocking_recv().expect("the server runs")
    }

    /// A connection to it.
    pub fn connect(&self, request: String) -> Client {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Client {
            stream,
            request,
            bytes: vec![0; 1 << 20],
        }
    }
}

/// A client that sends the same request again and again.
pub struct Client {
    stream: TcpStream,
    request: String,
    bytes: Vec<u8>,
}

impl Client {
    /// Sends the request, and reads the answer: its head and its body.
    pub fn get(&mut self) -> (&str, &[u8]) {
        self.stream
            .write_all(self.request.as_bytes())
            .expect("sending");
        let mut read = 0;
        let (head, end) = loop {
            read += self.stream.read(&mut self.bytes[read..]).expect("reading");
            let Some(head) = self.bytes[..read]
                .windows(4)
                .position(|it| it == b"\r\n\r\n")
            else {
                continue;
            };
            let text = std::str::from_utf8(&self.bytes[..head]).expect("a head is text");
            let length = text
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.and_then(|it| it.parse().ok()).expect("a length");
            if read == head + 4 + length {
                break (head, read);
            }
        };
        let head_text = std::str::from_utf8(&self.bytes[..head]).expect("a head is text");
        (head_text, &self.bytes[head + 4..end])
    }
}

fn computed() -> Duration {
    let mut time = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: the call fills the struct in, or fails, which the assertion finds.
    let time = unsafe {
        let result = libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, time.as_mut_ptr());
        assert_eq!(result, 0);
        time.assume_init()
    };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
