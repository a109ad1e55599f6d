//! The standalone server.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::ServiceExt;
use axum::body::HttpBody;
use axum::extract::Request;
use axum::http::header::ACCEPT;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::{TcpListener, ToSocketAddrs, lookup_host};

use crate::route::{Canonical, MatchedPattern, default_page};

/// How long requests may still take once the server has been asked to end.
const DEADLINE: Duration = Duration::from_secs(10);

/// Serves an application until Ctrl-C or SIGTERM, and prints its address.
///
/// [`Canonical`] stands around it. Where no route matches and the application has no fallback of its own, a browser
/// sees a plain page. When it is asked to end, the server takes no more connections, lets running requests finish for
/// up to ten seconds, and returns.
///
/// ```no_run
/// use isle::prelude::*;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Hello!</h1> }
/// }
///
/// # async fn run() -> std::io::Result<()> {
/// isle::serve(isle::router![home], "127.0.0.1:3000").await
/// # }
/// ```
///
/// # Errors
/// The address can't be bound: the message says which, and what to do where another program has it.
pub async fn serve(app: axum::Router, address: impl ToSocketAddrs) -> io::Result<()> {
    let listener = bind(address).await?;
    println!("Listening at http://{}", listener.local_addr()?);
    let app = Canonical.layer(app.layer(from_fn(plain_404)));
    let app = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(app);
    let server = axum::serve(listener, app).with_graceful_shutdown(asked_to_end());
    tokio::select! {
        result = async { server.await } => result,
        () = deadline() => {
            tracing::warn!("some requests were not finished in time, and are cut off");
            Ok(())
        }
    }
}

async fn bind(address: impl ToSocketAddrs) -> io::Result<TcpListener> {
    let mut failed = None;
    for address in lookup_host(address).await? {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(error) => failed = Some(explained(address, &error)),
        }
    }
    Err(failed.unwrap_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, "the address names no host")
    }))
}

fn explained(address: SocketAddr, error: &io::Error) -> io::Error {
    let port = address.port();
    let text = match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!(
                "port {port} is taken: another program listens at {address}; help: end it, or serve at another port"
            )
        }
        io::ErrorKind::PermissionDenied => {
            format!(
                "port {port} needs rights that this program does not have; help: serve at a port above 1023"
            )
        }
        io::ErrorKind::AddrNotAvailable => {
            format!(
                "{} is no address of this machine; help: serve at 127.0.0.1, or at 0.0.0.0 for all its addresses",
                address.ip()
            )
        }
        _ => format!("can't listen at {address}: {error}"),
    };
    io::Error::new(error.kind(), text)
}

/// Ends with Ctrl-C or, where there is such a thing, SIGTERM. If neither can be waited for, never.
async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

async fn deadline() {
    asked_to_end().await;
    tokio::time::sleep(DEADLINE).await;
}

/// Gives a browser something to see where nothing answered. What a page or an endpoint answers stays.
async fn plain_404(request: Request, next: Next) -> Response {
    let browser = request.method() == Method::GET
        && request.headers().get_all(ACCEPT).iter().any(|accept| {
            accept
                .to_str()
                .is_ok_and(|accept| accept.contains("text/html"))
        });
    let response = next.run(request).await;
    let nothing = response.status() == StatusCode::NOT_FOUND
        && response.body().size_hint().exact() == Some(0)
        && response.extensions().get::<MatchedPattern>().is_none();
    if browser && nothing {
        default_page::response(StatusCode::NOT_FOUND, "")
    } else {
        response
    }
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[tokio::test]
    async fn a_taken_port_is_named_with_what_to_do() {
        let first = bind("127.0.0.1:0").await.unwrap();
        let address = first.local_addr().unwrap();
        let error = bind(address).await.unwrap_err();
        let expected = format!(
            "port {} is taken: another program listens at {address}; help: end it, or serve at another port",
            address.port()
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
    }
}
