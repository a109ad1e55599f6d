//! What a trusted proxy says of the request that it passes on.
//!
//! Anybody can send an `X-Forwarded-…` header, so it counts only if the connection comes from a
//! proxy that the settings name. Of a list, the entry that the nearest proxy wrote is the last; what
//! stands before it may be the client's own invention.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::extract::connect_info::MockConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::host;
use crate::settings::Settings;

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
    for entry in entries(&parts.headers, "x-forwarded-for").rev() {
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
        let host = entries(&parts.headers, "x-forwarded-host").next_back()?;
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
        match entries(&parts.headers, "x-forwarded-proto").next_back() {
            Some("https") => return true,
            Some("http") => return false,
            _ => {}
        }
    }
    parts.uri.scheme_str() == Some("https")
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
