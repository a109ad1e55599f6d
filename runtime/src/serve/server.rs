//! The server: how it is set up, how it runs, how it ends.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::BoxError;
use axum::body::{Bytes, HttpBody};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tokio::net::{TcpListener, TcpStream, ToSocketAddrs};
use tokio::sync::watch;
use tokio::time::timeout;
use tower_http::timeout::Timeout;
use tower_layer::Layer;
use tower_service::Service;

use super::address;
use super::connection::{Common, Wish};
use super::connections::{Connections, Room};
use super::probes::ProbesService;
use super::signals::asked_to_end;
use super::{Compression, ErrorPages, Hosts, Limits, Probes, RequestBodies, RequestLog};
use crate::Settings;
use crate::route::Canonical;

/// A server that may stand on the open internet, or behind a proxy: HTTP/1.1 and, for clients that know it beforehand,
/// HTTP/2 without TLS.
///
/// ```no_run
/// use isle::serve::{Limits, Probes, Server};
///
/// # async fn run(app: axum::Router) -> std::io::Result<()> {
/// let server = Server::new()
///     .limits(Limits { body_bytes: 20 << 20, ..Limits::default() })
///     .probes(Probes::new("/livez", "/readyz"))
///     .bind("0.0.0.0:3000")
///     .await?;
/// println!("Listening at http://{}", server.address());
/// server.run(app).await;
/// # Ok(())
/// # }
/// ```
///
/// Around the application stand, from outside: [`RequestLog`], [`Probes`], [`Compression`], [`Hosts`], [`ErrorPages`],
/// a time limit, [`RequestBodies`] and [`Canonical`]. Each is a layer of its own, for applications that have another
/// server.
#[derive(Clone, Debug)]
pub struct Server {
    limits: Limits,
    hosts: Hosts,
    error_pages: ErrorPages,
    probes: Option<Probes>,
    drain: Duration,
    log: bool,
    compression: bool,
}

impl Default for Server {
    fn default() -> Server {
        Server::new()
    }
}

impl Server {
    /// With the limits that [`Limits`] names, the request log and compression, and without probes.
    pub fn new() -> Server {
        Server {
            limits: Limits::default(),
            hosts: Hosts::default(),
            error_pages: ErrorPages::new(),
            probes: None,
            drain: Duration::ZERO,
            log: true,
            compression: true,
        }
    }

    /// Changes the limits.
    pub fn limits(mut self, limits: Limits) -> Server {
        self.limits = limits;
        self
    }

    /// Answers only to the hosts of these settings, for all of the application; isle's pages do so in any case.
    pub fn hosts(mut self, settings: Settings) -> Server {
        self.hosts = Hosts::new(settings);
        self
    }

    /// Shows these error pages.
    pub fn error_pages(mut self, pages: ErrorPages) -> Server {
        self.error_pages = pages;
        self
    }

    /// Answers an orchestrator's questions.
    pub fn probes(mut self, probes: Probes) -> Server {
        self.probes = Some(probes);
        self
    }

    /// Goes on for so long when it is asked to end, while [`Probes`] say that it is not ready: a load balancer needs a
    /// while to see it. Zero by default.
    pub fn drain(mut self, time: Duration) -> Server {
        self.drain = time;
        self
    }

    /// Whether requests are logged.
    pub fn log(mut self, log: bool) -> Server {
        self.log = log;
        self
    }

    /// Whether answers are compressed; a proxy in front may do it better.
    pub fn compression(mut self, compression: bool) -> Server {
        self.compression = compression;
        self
    }

    /// Listens at an address; the first that can be had, where it names many.
    ///
    /// # Errors
    ///
    /// The address can't be bound: the message says which, and what to do where another program has it.
    pub async fn bind(self, address: impl ToSocketAddrs) -> io::Result<Bound> {
        let listener = address::bind(address).await?;
        Ok(Bound {
            address: listener.local_addr()?,
            listener,
            server: self,
        })
    }
}

/// A [`Server`] that listens: connections wait from now on until it runs.
#[derive(Debug)]
pub struct Bound {
    server: Server,
    listener: TcpListener,
    address: SocketAddr,
}

impl Bound {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until Ctrl-C or SIGTERM. A second one ends it at once.
    pub async fn run(self, app: axum::Router) {
        let (first, second) = tokio::sync::oneshot::channel();
        let twice = async {
            if second.await.is_ok() {
                asked_to_end().await;
            } else {
                std::future::pending().await
            }
        };
        let once = async {
            asked_to_end().await;
            let _ = first.send(());
        };
        tokio::select! {
            () = self.run_until(app, once) => {}
            () = twice => {}
        }
    }

    /// Serves until this future is done.
    ///
    /// Then it takes no more connections but those that wait already, lets running requests finish for as long as
    /// [`Limits::shutdown`] says, and cuts the rest off.
    pub async fn run_until(self, app: axum::Router, end: impl Future<Output = ()>) {
        let Server {
            ref limits,
            ref hosts,
            ref error_pages,
            ref probes,
            ..
        } = self.server;
        let app = RequestBodies::new(limits).layer(Canonical.layer(app));
        let app = Timeout::with_status_code(app, StatusCode::SERVICE_UNAVAILABLE, limits.answer);
        let app = hosts.layer(error_pages.layer(app));
        let (log, compress, probes) = (self.server.log, self.server.compression, probes.clone());
        // Each is another type.
        match (log, compress) {
            (true, true) => {
                let app = Compression.layer(ProbesService::new(probes, app));
                self.listen(RequestLog.layer(app), end).await;
            }
            (true, false) => {
                let app = ProbesService::new(probes, app);
                self.listen(RequestLog.layer(app), end).await;
            }
            (false, true) => {
                let app = Compression.layer(ProbesService::new(probes, app));
                self.listen(app, end).await;
            }
            (false, false) => self.listen(ProbesService::new(probes, app), end).await,
        }
    }

    async fn listen<A, B>(self, app: A, end: impl Future<Output = ()>)
    where
        A: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        A::Future: Send,
        B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let Server {
            limits,
            probes,
            drain,
            ..
        } = self.server;
        let connections = Connections::new(limits.connections);
        let deadline = limits.shutdown;
        let common = Arc::new(Common::new(limits));
        let (wish, wishes) = watch::channel(Wish::Serve);
        // The room comes first: a connection that was let in is never dropped because the server ends meanwhile.
        let start = |room: Room, (stream, peer): (TcpStream, SocketAddr)| {
            let _ = stream.set_nodelay(true);
            let common = common.clone();
            tokio::spawn(common.serve(stream, peer, room.take(), app.clone(), wishes.clone()));
        };
        let serving = async {
            loop {
                let room = connections.room().await;
                start(room, accept(&self.listener, &connections).await);
            }
        };
        let ended = async {
            end.await;
            if let Some(probes) = &probes {
                probes.ready(false);
            }
            tokio::time::sleep(drain).await;
        };
        tokio::select! {
            () = serving => {}
            () = ended => {}
        }
        // What waits in the system's queue believes itself connected.
        let waiting = async {
            loop {
                let room = connections.room().await;
                match timeout(Duration::ZERO, self.listener.accept()).await {
                    Ok(Ok(accepted)) => start(room, accepted),
                    _ => break,
                }
            }
        };
        let _ = timeout(deadline, waiting).await;
        drop(self.listener);
        wish.send_replace(Wish::End);
        #[cfg(debug_assertions)]
        crate::island::reload::end();
        if timeout(deadline, connections.none()).await.is_err() {
            tracing::warn!("some requests were not finished in time, and are cut off");
            wish.send_replace(Wish::Cut);
        }
    }
}

/// The next connection. What can't be taken because the system has no more descriptors waits until some are free.
async fn accept(listener: &TcpListener, connections: &Connections) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => match error.kind() {
                io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset => {}
                _ => {
                    tracing::error!("can't take a connection: {error}");
                    connections.evict();
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
        }
    }
}
