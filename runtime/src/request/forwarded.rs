//! What a trusted proxy says of the request that it passes on.
//!
//! Anybody can send an `X-Forwarded-…` or a `Forwarded` header, so it counts only if the connection
//! comes from a proxy that the settings name. Of a list, the entry that the nearest proxy wrote is
//! the last; what stands before it may be the client's own invention. So may the one header be
//! where the proxy writes the other: `Forwarded` counts only in a request without the other three,
//! unless the settings say that it alone counts.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::extract::connect_info::MockConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::forwarded_header::{Element, elements};
use super::host;
use crate::settings::{ProxyHeaders, Settings};

/// The address at the other end of the connection, where the server notes it.
fn peer(parts: &Parts) -> Option<IpAddr> {
    let noted = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    let mock = || {
        parts
            .extensions
            .get::<MockConnectInfo<SocketAddr>>()
            .map(|info| info.0)
    };
    Some(noted.or_else(mock)?.ip().to_canonical())
}

fn from_proxy(parts: &Parts, settings: &Settings) -> bool {
    !settings.proxies.is_empty() && peer(parts).is_some_and(|peer| settings.trusts(peer))
}

/// The client's address: the connection's, or, behind proxies, the last that no trusted one has.
pub(super) fn address(parts: &Parts, settings: &Settings) -> Option<IpAddr> {
    let mut nearest = peer(parts)?;
    if !settings.trusts(nearest) {
        return Some(nearest);
    }
    for entry in Said::in_headers(&parts.headers, settings)
        .addresses()
        .into_iter()
        .rev()
    {
        if !settings.trusts(nearest) {
            break;
        }
        // What can't be read hides who came before it.
        let Some(address) = entry_address(entry) else {
            break;
        };
        nearest = address;
    }
    Some(nearest)
}

/// An address, perhaps with a port, as some proxies write it.
fn entry_address(entry: &str) -> Option<IpAddr> {
    let address = entry.parse::<IpAddr>().ok();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    let in_brackets = || entry.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    address
        .or_else(with_port)
        .or_else(in_brackets)
        .map(|address: IpAddr| address.to_canonical())
}

/// The host that the browser asked for. A proxy's `X-Forwarded-Host` counts if it is one of the
/// site's: a proxy that does not set this header passes on what the client wrote there.
pub(super) fn host<'a>(parts: &'a Parts, settings: &Settings) -> Option<&'a str> {
    let said = || {
        let host = Said::in_headers(&parts.headers, settings).host()?;
        settings.is_ours(host).then_some(host)
    };
    let forwarded = if from_proxy(parts, settings) {
        said()
    } else {
        None
    };
    forwarded.or_else(|| host::of(parts))
}

/// Whether the browser spoke https: what the public origin of this host says, else the proxy, else
/// the request itself.
pub(super) fn https(parts: &Parts, settings: &Settings, host: Option<&str>) -> bool {
    let mut origins = settings.origins.iter();
    if let Some(origin) = host.and_then(|host| origins.find(|origin| origin.is_at(host))) {
        return origin.https;
    }
    if from_proxy(parts, settings) {
        match Said::in_headers(&parts.headers, settings).proto() {
            Some("https") => return true,
            Some("http") => return false,
            _ => {}
        }
    }
    parts.uri.scheme_str() == Some("https")
}

/// What proxies said of a request, in the headers that count.
enum Said<'a> {
    X(&'a HeaderMap),
    Standard(Vec<Element<'a>>),
}

const X_FOR: &str = "x-forwarded-for";
const X_HOST: &str = "x-forwarded-host";
const X_PROTO: &str = "x-forwarded-proto";

impl<'a> Said<'a> {
    fn in_headers(headers: &'a HeaderMap, settings: &Settings) -> Said<'a> {
        let any = || {
            [X_FOR, X_HOST, X_PROTO]
                .iter()
                .any(|name| headers.contains_key(*name))
        };
        let standard = match settings.proxy_headers {
            ProxyHeaders::Either => !any(),
            ProxyHeaders::XForwarded => false,
            ProxyHeaders::Forwarded => true,
        };
        if standard {
            Said::Standard(elements(headers))
        } else {
            Said::X(headers)
        }
    }

    /// Whom each proxy had the request from, the nearest proxy last.
    fn addresses(&self) -> Vec<&'a str> {
        match self {
            Said::X(headers) => entries(headers, X_FOR).collect(),
            Said::Standard(list) => list
                .iter()
                .map(|it| it.client.unwrap_or_default())
                .collect(),
        }
    }

    fn host(&self) -> Option<&'a str> {
        match self {
            Said::X(headers) => entries(headers, X_HOST).next_back(),
            Said::Standard(list) => list.last()?.host,
        }
    }

    fn proto(&self) -> Option<&'a str> {
        match self {
            Said::X(headers) => entries(headers, X_PROTO).next_back(),
            Said::Standard(list) => list.last()?.proto,
        }
    }
}

/// The entries of a header that is a list, over all of its lines; a line that is no text has none.
fn entries<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> impl DoubleEndedIterator<Item = &'a str> {
    let lines = headers
        .get_all(name)
        .iter()
        .map(|line| line.to_str().unwrap_or_default());
    lines
        .flat_map(|line| line.split(','))
        .map(|entry| entry.trim_matches([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn parts(peer: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().uri("/x").header("host", "example.com");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        let peer = SocketAddr::new(peer.parse().unwrap(), 1234);
        parts.extensions.insert(ConnectInfo(peer));
        parts
    }

    fn proxied() -> Settings {
        let settings = Settings::default().trusted_proxy("10.0.0.0/8").unwrap();
        settings.allowed_host(".example.com").unwrap()
    }

    #[test]
    fn fw_04_forwarded_headers_are_nothing_without_a_trusted_proxy() {
        let headers = [
            ("x-forwarded-host", "evil.test"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-for", "1.1.1.1"),
        ];
        let parts = parts("9.9.9.9", &headers);
        for settings in [Settings::default(), proxied()] {
            assert_eq!(host(&parts, &settings), Some("example.com"));
            assert!(!https(&parts, &settings, Some("example.com")));
            assert_eq!(address(&parts, &settings), Some([9, 9, 9, 9].into()));
        }
    }

    #[test]
    fn the_client_is_the_last_address_that_is_no_proxy() {
        for (list, client) in [
            ("1.1.1.1", "1.1.1.1"),
            ("6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"),
            ("1.1.1.1:5000", "1.1.1.1"),
            ("[2001:db8::1]:5000", "2001:db8::1"),
            ("6.6.6.6, unknown", "10.0.0.1"),
            ("10.0.0.3", "10.0.0.3"),
            ("", "10.0.0.1"),
        ] {
            let parts = parts("10.0.0.1", &[("x-forwarded-for", list)]);
            assert_eq!(
                address(&parts, &proxied()),
                Some(client.parse().unwrap()),
                "{list}"
            );
        }
        let two_lines = [
            ("x-forwarded-for", "6.6.6.6"),
            ("x-forwarded-for", "1.1.1.1"),
        ];
        assert_eq!(
            address(&parts("10.0.0.1", &two_lines), &proxied()),
            Some([1, 1, 1, 1].into())
        );
    }

    #[test]
    fn the_standard_header_says_the_same() {
        let forwarded = "for=6.6.6.6;host=evil.test;proto=http, \
                         for=\"[2001:db8::1]:5000\";host=shop.example.com;proto=https";
        let told = parts("10.0.0.1", &[("forwarded", forwarded)]);
        assert_eq!(host(&told, &proxied()), Some("shop.example.com"));
        assert!(https(&told, &proxied(), Some("shop.example.com")));
        let client = "2001:db8::1".parse().unwrap();
        assert_eq!(address(&told, &proxied()), Some(client));
        let stranger = parts("9.9.9.9", &[("forwarded", forwarded)]);
        assert_eq!(host(&stranger, &proxied()), Some("example.com"));
        assert!(!https(&stranger, &proxied(), Some("example.com")));
        assert_eq!(address(&stranger, &proxied()), Some([9, 9, 9, 9].into()));
        for hidden in ["for=unknown", "for=_gazonk", "proto=http", "for=\"1.1.1.1"] {
            let parts = parts("10.0.0.1", &[("forwarded", hidden)]);
            assert_eq!(
                address(&parts, &proxied()),
                Some([10, 0, 0, 1].into()),
                "{hidden}"
            );
        }
    }

    #[test]
    fn the_header_that_a_proxy_does_not_write_may_be_the_clients() {
        let both = [
            ("forwarded", "for=1.1.1.1;proto=https"),
            ("x-forwarded-for", "2.2.2.2"),
        ];
        let both = parts("10.0.0.1", &both);
        let under = |headers| proxied().proxy_headers(headers);
        for (headers, client, secure) in [
            (ProxyHeaders::Either, [2, 2, 2, 2], false),
            (ProxyHeaders::XForwarded, [2, 2, 2, 2], false),
            (ProxyHeaders::Forwarded, [1, 1, 1, 1], true),
        ] {
            let settings = under(headers);
            assert_eq!(
                address(&both, &settings),
                Some(client.into()),
                "{headers:?}"
            );
            assert_eq!(https(&both, &settings, None), secure, "{headers:?}");
        }
        let standard = parts("10.0.0.1", &[("forwarded", "for=1.1.1.1")]);
        let ignored = address(&standard, &under(ProxyHeaders::XForwarded));
        assert_eq!(ignored, Some([10, 0, 0, 1].into()));
    }

    #[test]
    fn a_proxy_speaks_for_hosts_of_the_site_alone() {
        let of = |name| {
            let parts = parts("10.0.0.1", &[("x-forwarded-host", name)]);
            host(&parts, &proxied()).unwrap().to_owned()
        };
        assert_eq!(of("shop.example.com"), "shop.example.com");
        assert_eq!(of("evil.test"), "example.com");
        assert_eq!(of("a/b.example.com"), "example.com");
        assert_eq!(of("evil.test, shop.example.com"), "shop.example.com");
    }

    #[test]
    fn the_scheme_is_the_public_origins_or_the_proxys() {
        let secure = [("x-forwarded-proto", "https")];
        assert!(https(
            &parts("10.0.0.1", &secure),
            &proxied(),
            Some("example.com")
        ));
        assert!(!https(
            &parts("10.0.0.1", &[]),
            &proxied(),
            Some("example.com")
        ));
        let named = Settings::default()
            .public_origin("https://example.com")
            .unwrap();
        assert!(https(&parts("9.9.9.9", &[]), &named, Some("example.com")));
    }
}
