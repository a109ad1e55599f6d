//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{ConnectInfo, Request};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode, Version};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower_service::Service;

use super::activity::Verdict;
use super::connections::Place;
use super::in_flight::{InFlight, Tracked};
use super::limits::Limits;
use super::watched::Watched;

/// What all connections have in common.
#[derive(Debug)]
pub(super) struct Common {
    builder: Builder<TokioExecutor>,
    limits: Limits,
}

/// What the server wants of its connections.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Wish {
    /// Go on.
    Serve,
    /// Finish what is under way.
    End,
    /// Stop at once.
    Cut,
}

impl Common {
    pub(super) fn new(limits: Limits) -> Common {
        let mut builder = Builder::new(TokioExecutor::new());
        let bytes = limits.header_bytes.max(8 << 10);
        builder
            .http1()
            .timer(TokioTimer::new())
            // The connection's activity is timed from below.
            .header_read_timeout(None)
            .max_buf_size(bytes);
        builder
            .http2()
            .timer(TokioTimer::new())
            .max_header_list_size(u32::try_from(bytes).unwrap_or(u32::MAX));
        Common { builder, limits }
    }

    /// Serves a connection to its end.
    pub(super) async fn serve<A, B>(
        self: Arc<Common>,
        stream: TcpStream,
        peer: SocketAddr,
        place: Place,
        app: A,
        mut wish: watch::Receiver<Wish>,
    ) where
        A: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        A::Future: Send,
        B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let activity = place.activity.clone();
        let watched = activity.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let in_flight = InFlight::begin(watched.clone());
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let version = request.version();
            let mut app = app.clone();
            async move {
                std::future::poll_fn(|context| app.poll_ready(context)).await?;
                let mut response = app.call(request).await?;
                close_where_unsure(version, &mut response);
                Ok::<_, Infallible>(response.map(|body| Tracked::new(body, in_flight)))
            }
        });
        let io = TokioIo::new(Watched::new(stream, place));
        let mut connection = pin!(self.builder.serve_connection_with_upgrades(io, service));
        let mut overdue = pin!(activity.overdue(&self.limits));
        loop {
            tokio::select! {
                // An error is the client's: it went away, or sent what is no HTTP.
                _ = connection.as_mut() => return,
                verdict = overdue.as_mut() => {
                    if verdict == Verdict::Cut {
                        return;
                    }
                    activity.told_to_end();
                    connection.as_mut().graceful_shutdown();
                    overdue.set(activity.overdue(&self.limits));
                }
                _ = wish.changed() => {
                    if *wish.borrow_and_update() == Wish::Cut {
                        return;
                    }
                    activity.told_to_end();
                    connection.as_mut().graceful_shutdown();
                    overdue.set(activity.overdue(&self.limits));
                }
            }
        }
    }
}

/// After a request that was malformed, or whose body was not read, nobody knows where the next begins
/// ([RFC 9112, section 9.6](https://www.rfc-editor.org/rfc/rfc9112#section-9.6)).
fn close_where_unsure<B>(version: Version, response: &mut Response<B>) {
    let unsure = matches!(
        response.status(),
        StatusCode::BAD_REQUEST | StatusCode::REQUEST_TIMEOUT | StatusCode::PAYLOAD_TOO_LARGE
    );
    if unsure && version < Version::HTTP_2 {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
}
