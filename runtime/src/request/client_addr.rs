use std::error::Error;
use std::fmt;
use std::net::IpAddr;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::context::{Context, NoContext};
use super::forwarded;
use crate::response::Exit;

/// The address of the client: that of the connection, or, behind
/// [trusted proxies](crate::Settings::trusted_proxy), what they say in `X-Forwarded-For`.
///
/// An argument of a page. It needs the connection's address, which `isle::serve` notes; an own axum
/// server does with `into_make_service_with_connect_info::<SocketAddr>()`. Without it the answer is
/// a 500, and `Option<ClientAddr>` is `None`.
///
/// ```
/// use isle::request::ClientAddr;
/// use isle::{Html, Page};
///
/// async fn whoami(ClientAddr(address): ClientAddr) -> Page {
///     Ok(Html::trusted(format!("<p>{address}</p>")))
/// }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ClientAddr(pub IpAddr);

impl fmt::Display for ClientAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<S: Sync> FromRequestParts<S> for ClientAddr {
    type Rejection = NoClientAddr;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<ClientAddr, NoClientAddr> {
        let context = Context::of(parts, "ClientAddr").map_err(NoClientAddr::NoContext)?;
        let address = forwarded::address(parts, &context.settings);
        address.map(ClientAddr).ok_or(NoClientAddr::NoPeer)
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for ClientAddr {
    type Rejection = NoContext;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<ClientAddr>, NoContext> {
        let context = Context::of(parts, "ClientAddr")?;
        Ok(forwarded::address(parts, &context.settings).map(ClientAddr))
    }
}

/// The client's address is not known. As a response it is a 500.
#[derive(Clone, Debug)]
pub enum NoClientAddr {
    /// The handler is not called by isle's router.
    NoContext(NoContext),
    /// The server does not note the connection's address.
    NoPeer,
}

impl fmt::Display for NoClientAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoClientAddr::NoContext(missing) => missing.fmt(f),
            NoClientAddr::NoPeer => f.write_str(
                "`ClientAddr` needs the address of the connection, which this server does not note; \
                 help: serve with `into_make_service_with_connect_info::<SocketAddr>()`, or with \
                 `isle::serve`",
            ),
        }
    }
}

impl Error for NoClientAddr {}

impl IntoResponse for NoClientAddr {
    fn into_response(self) -> Response {
        match self {
            NoClientAddr::NoContext(missing) => missing.into_response(),
            NoClientAddr::NoPeer => Exit::from(self).into_response(),
        }
    }
}
