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
/// [trusted proxies](crate::Settings::trusted_proxy), what they say in `X-Forwarded-For` or `Forwarded`.
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

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::sync::Arc;

    use axum::extract::ConnectInfo;
    use axum::http::Request;

    use super::*;
    use crate::Settings;

    fn routed(peer: Option<&str>) -> Parts {
        let request = Request::builder().header("x-forwarded-for", "1.1.1.1, 10.0.0.2");
        let mut parts = request.body(()).unwrap().into_parts().0;
        let settings = Settings::default().trusted_proxy("10.0.0.0/8").unwrap();
        parts
            .extensions
            .insert(Arc::new(Context::new(Arc::new(settings), "/")));
        if let Some(peer) = peer {
            let peer: SocketAddr = peer.parse().unwrap();
            parts.extensions.insert(ConnectInfo(peer));
        }
        parts
    }

    async fn address(peer: Option<&str>) -> Result<String, u16> {
        let found =
            <ClientAddr as FromRequestParts<()>>::from_request_parts(&mut routed(peer), &()).await;
        match found {
            Ok(address) => Ok(address.to_string()),
            Err(unknown) => Err(unknown.into_response().status().as_u16()),
        }
    }

    #[tokio::test]
    async fn fw_04_the_connections_address_unless_a_proxy_that_is_trusted_knows_better() {
        assert_eq!(address(Some("9.9.9.9:1")).await.as_deref(), Ok("9.9.9.9"));
        assert_eq!(address(Some("10.0.0.1:1")).await.as_deref(), Ok("1.1.1.1"));
        assert_eq!(
            address(Some("[::ffff:9.9.9.9]:1")).await.as_deref(),
            Ok("9.9.9.9")
        );
    }

    #[tokio::test]
    async fn an_address_that_nobody_noted_is_a_500_or_none() {
        assert_eq!(address(None).await, Err(500));
        let mut parts = routed(None);
        let found =
            <ClientAddr as OptionalFromRequestParts<()>>::from_request_parts(&mut parts, &());
        assert_eq!(found.await.unwrap(), None);
    }
}
