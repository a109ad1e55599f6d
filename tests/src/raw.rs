//! A server on a real socket, and a client that sends bytes as they are: no path is normalised, no header added.

use axum::Router;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How long an answer may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// An application that listens on a port of its own until it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts the application.
    pub async fn start(app: Router) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener.local_addr().expect("an address");
        let service: IntoMakeServiceWithConnectInfo<Router, SocketAddr> =
            app.into_make_service_with_connect_info();
        let task =
            tokio::spawn(async move { axum::serve(listener, service).await.expect("serving") });
        Self { address, task }
    }

    /// Starts the application behind isle's own server.
    pub async fn serve(server: isle::serve::Server, app: Router) -> Self {
        let bound = server.bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = bound.address();
        let task = tokio::spawn(bound.run_until(app, std::future::pending()));
        Self { address, task }
    }

    /// Opens a connection.
    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address)
            .await
            .expect("a connection")
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sends the bytes, and reads until the server closes the connection.
    pub async fn send(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut stream = self.connect().await;
        stream.write_all(request.as_ref()).await.expect("sending");
        Answer::read(&to_end(&mut stream).await)
    }

    /// Sends a request without a body.
    pub async fn request(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(head(method, target, headers) + "\r\n").await
    }

    /// `GET`
    pub async fn get(&self, target: &str) -> Answer {
        self.request("GET", target, &[]).await
    }

    /// `GET` with a `Cookie` header.
    pub async fn get_with(&self, target: &str, cookies: &str) -> Answer {
        self.request("GET", target, &[("cookie", cookies)]).await
    }

    /// `POST` of a form, as a browser sends it from the site's own page.
    pub async fn post(&self, target: &str, form: &str, headers: &[(&str, &str)]) -> Answer {
        let length = form.len().to_string();
        let mut all = vec![
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", &length),
        ];
        if !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("sec-fetch-site"))
        {
            all.push(("sec-fetch-site", "same-origin"));
        }
        all.extend_from_slice(headers);
        self.send(head("POST", target, &all) + "\r\n" + form).await
    }
}

/// Reads until the server closes the connection, in whatever way.
///
/// # Panics
///
/// If it never does.
pub async fn to_end(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes));
    // What it read before a reset is there too.
    let _ = read
        .await
        .expect("the server closes the connection in time");
    bytes
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn head(method: &str, target: &str, headers: &[(&str, &str)]) -> String {
    let mut text = format!("{method} {target} HTTP/1.1\r\nconnection: close\r\n");
    if !headers
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("host"))
    {
        text.push_str("host: example.com\r\n");
    }
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// The status code; 0 where the server closed the connection without an answer.
    pub status: u16,
    /// The headers, names in lower case, in order.
    pub headers: Vec<(String, String)>,
    /// The body, chunks joined.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads the first answer among these bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            return Self {
                status: 0,
                headers: Vec::new(),
                body: bytes.to_vec(),
            };
        };
        let head: String = bytes[..end].iter().map(|byte| char::from(*byte)).collect();
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let body = &bytes[end + 4..];
        let chunked = headers
            .iter()
            .any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        Self {
            status,
            headers,
            body: if chunked {
                unchunk(body)
            } else {
                body.to_vec()
            },
        }
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// All headers of this name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers
            .iter()
            .filter(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body of UTF-8")
    }

    /// The cookies that were set, as a `Cookie` header sends them back.
    pub fn cookies(&self) -> String {
        let pairs: Vec<&str> = self
            .all("set-cookie")
            .iter()
            .filter_map(|line| line.split(';').next())
            .collect();
        pairs.join("; ")
    }
}

fn unchunk(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = bytes.windows(2).position(|window| window == b"\r\n") {
        let size = std::str::from_utf8(&bytes[..end])
            .ok()
            .and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size.filter(|size| *size > 0) else {
            break;
        };
        let start = end + 2;
        let stop = (start + size).min(bytes.len());
        body.extend_from_slice(&bytes[start..stop]);
        bytes = bytes.get(stop + 2..).unwrap_or_default();
    }
    body
}
