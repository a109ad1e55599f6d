//! The `Host` of a request: its grammar, and whether this site answers to it.

use std::fmt;
use std::net::Ipv6Addr;
use std::sync::OnceLock;

use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::settings::Settings;

/// A host and its port, as a `Host` header or an origin holds them (RFC 9110, section 7.2).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Host<'a> {
    /// A name, an IPv4 address, or an IPv6 address in brackets.
    pub(crate) name: &'a str,
    pub(crate) port: Option<u16>,
}

impl<'a> Host<'a> {
    /// Reads `example.com`, `example.com:8080`, `127.0.0.1`, `[::1]:3000`; nothing that is no host.
    ///
    /// Narrower than RFC 3986, which allows `!$&'()*+,;=` and escapes in a name: no host has them.
    pub(crate) fn parse(text: &'a str) -> Option<Host<'a>> {
        let mut bytes = text.bytes();
        let end = if text.starts_with('[') {
            bytes.position(|byte| byte == b']')? + 1
        } else {
            let end = bytes.position(|byte| !KNOWN[usize::from(byte)]);
            end.unwrap_or(text.len())
        };
        let (name, rest) = text.split_at(end);
        let port = match rest.as_bytes() {
            [] | [b':'] => None,
            [b':', digits @ ..] => Some(port(digits)?),
            _ => return None,
        };
        let valid = match name.strip_prefix('[') {
            Some(address) => address.strip_suffix(']')?.parse::<Ipv6Addr>().is_ok(),
            None => name.len() <= 255 && !matches!(name.as_bytes(), [] | [b'.' | b'-', ..]),
        };
        valid.then_some(Host { name, port })
    }

    /// The name without the one dot that may end it.
    fn bare(&self) -> &'a str {
        self.name.strip_suffix('.').unwrap_or(self.name)
    }
}

/// A port of at least one digit. Every request is asked for its host, and `str::parse` takes twice as long.
fn port(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |port, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        u16::try_from(u32::from(port) * 10 + digit).ok()
    })
}

/// What a name can hold.
const KNOWN: [bool; 256] = {
    let mut known = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        known[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        byte += 1;
    }
    known
};

/// A host that the site answers to, of [`Settings::allowed_host`].
#[derive(Clone, Debug)]
pub(crate) struct Allowed {
    name: String,
    port: Option<u16>,
    /// Written `.example.com`: the domain and all below it.
    below: bool,
}

impl Allowed {
    pub(crate) fn parse(text: &str) -> Option<Allowed> {
        let (below, text) = match text.strip_prefix('.') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let host = Host::parse(text)?;
        Some(Allowed {
            name: host.bare().to_ascii_lowercase(),
            port: host.port,
            below,
        })
    }

    pub(crate) fn matches(&self, host: &Host<'_>) -> bool {
        if self.port.is_some() && self.port != host.port {
            return false;
        }
        let name = host.bare();
        if name.eq_ignore_ascii_case(&self.name) {
            return true;
        }
        // `get` would be None inside a character, but a host is ASCII.
        let tail = name
            .len()
            .checked_sub(self.name.len())
            .and_then(|at| name.split_at_checked(at));
        self.below
            && tail.is_some_and(|(front, tail)| {
                front.ends_with('.') && front.len() > 1 && tail.eq_ignore_ascii_case(&self.name)
            })
    }
}

/// The host that the request asks for: its `Host` header, or the authority of its target (HTTP/2).
pub(crate) fn of(parts: &Parts) -> Option<&str> {
    let header = parts
        .headers
        .get(HOST)
        .and_then(|value| value.to_str().ok());
    header.or_else(|| parts.uri.authority().map(|authority| authority.as_str()))
}

/// Refuses a request whose `Host` is malformed, doubled, at odds with its target, or none of
/// [`Settings::allowed_host`] where there are such.
///
/// isle's router does this by itself; a layer can do it for a whole application. A request that
/// names no host passes where every host is allowed: an HTTP/1.0 request need not name one, and
/// requests that a test makes by hand seldom do.
///
/// # Errors
///
/// [`BadHost`], which answers 400.
pub fn check_host(parts: &Parts, settings: &Settings) -> Result<(), BadHost> {
    let header = one_header(&parts.headers)?;
    let target = parts.uri.authority().map(|authority| authority.as_str());
    if let (Some(header), Some(target)) = (header, target)
        && !header.eq_ignore_ascii_case(target)
    {
        return Err(BadHost::Malformed);
    }
    let Some(text) = header.or(target) else {
        return if settings.hosts.is_empty() {
            Ok(())
        } else {
            Err(BadHost::NotOurs)
        };
    };
    Host::parse(text).ok_or(BadHost::Malformed)?;
    if settings.hosts.is_empty() || settings.is_ours(text) {
        Ok(())
    } else {
        Err(BadHost::NotOurs)
    }
}

/// The host that most requests name. A request that names it letter by letter is let in without reading it again.
#[derive(Debug, Default)]
pub(crate) struct UsualHost(OnceLock<Box<[u8]>>);

impl UsualHost {
    /// As [`check_host`] of the same settings each time.
    pub(crate) fn check(&self, parts: &Parts, settings: &Settings) -> Result<(), BadHost> {
        // A user agent sends it first (RFC 9110, section 7.2); and where no name has two values, there is one.
        let headers = &parts.headers;
        let first = headers.iter().next().filter(|(name, _)| *name == HOST);
        let host = first.map_or_else(|| headers.get(HOST), |(_, host)| Some(host));
        let once = headers.len() == headers.keys_len();
        let (Some(host), true, None) = (host, once, parts.uri.authority()) else {
            return check_host(parts, settings);
        };
        let usual = self.0.get();
        if usual.is_some_and(|usual| **usual == *host.as_bytes()) {
            return Ok(());
        }
        check_host(parts, settings)?;
        if usual.is_none() {
            // Another thread may have been first, with a host that is as good.
            let _ = self.0.set(host.as_bytes().into());
        }
        Ok(())
    }
}

fn one_header(headers: &HeaderMap) -> Result<Option<&str>, BadHost> {
    let mut values = headers.get_all(HOST).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(BadHost::Malformed);
    }
    value.to_str().map(Some).map_err(|_| BadHost::Malformed)
}

/// Why a request's `Host` was refused. As a response it is a 400.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BadHost {
    /// It is no host, there are two, or the request's target names another.
    Malformed,
    /// It is no host of [`Settings::allowed_host`].
    NotOurs,
}

impl fmt::Display for BadHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadHost::Malformed => "the request's Host header is malformed",
            BadHost::NotOurs => "this site does not answer to the request's Host header",
        })
    }
}

impl std::error::Error for BadHost {}

impl IntoResponse for BadHost {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, "Bad Host header").into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_with_and_without_a_port() {
        for (text, name, port) in [
            ("example.com", "example.com", None),
            ("example.com:80", "example.com", Some(80)),
            ("example.com.:80", "example.com.", Some(80)),
            ("[::ffff:169.254.169.254]", "[::ffff:169.254.169.254]", None),
            ("[::1]:3000", "[::1]", Some(3000)),
            ("localhost:", "localhost", None),
        ] {
            let host = Host::parse(text).expect(text);
            assert_eq!((host.name, host.port), (name, port));
        }
    }

    #[test]
    fn sec_08_malformed_hosts() {
        for text in [
            "",
            ".",
            ":80",
            "a b",
            "[::1",
            "::1]",
            "[]",
            "[g::1]",
            "a:1:2",
            "evil.test:99999",
            "evil.test:-1",
            "evil.test:+1",
            "a/b",
            "a?b",
            "a@b",
            "a,b",
            "a%6d",
            "é.test",
            "a\\b",
        ] {
            assert!(Host::parse(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn allowed_hosts() {
        let allows = |pattern: &str, host: &str| {
            Allowed::parse(pattern)
                .unwrap()
                .matches(&Host::parse(host).unwrap())
        };
        assert!(allows("example.com", "EXAMPLE.com:8080"));
        assert!(allows("example.com", "example.com."));
        assert!(!allows("example.com", "example.com.."));
        assert!(!allows("example.com", "a.example.com"));
        assert!(!allows("example.com:443", "example.com"));
        assert!(allows(".example.com", "example.com"));
        assert!(allows(".example.com", "a.b.example.com"));
        assert!(!allows(".example.com", "evilexample.com"));
        assert!(!allows("localhost", "localhost.evil.test"));
    }

    #[test]
    fn a_host_that_was_let_in_before_lets_no_other_in() {
        let settings = Settings::default().allowed_host(".a.test").expect("a host");
        let usual = UsualHost::default();
        let check = |target: &str, hosts: &[&str]| {
            let request = hosts
                .iter()
                .fold(axum::http::Request::get(target), |request, host| {
                    request.header("host", *host)
                });
            usual.check(
                &request.body(()).expect("a request").into_parts().0,
                &settings,
            )
        };
        assert_eq!(check("/", &["evil.test"]), Err(BadHost::NotOurs));
        assert_eq!(check("/", &["b.a.test"]), Ok(()));
        for _ in 0..2 {
            assert_eq!(check("/", &["b.a.test"]), Ok(()));
            assert_eq!(check("/", &["c.a.test"]), Ok(()));
            assert_eq!(check("/", &["evil.test"]), Err(BadHost::NotOurs));
            assert_eq!(
                check("/", &["b.a.test", "b.a.test"]),
                Err(BadHost::Malformed)
            );
            assert_eq!(
                check("http://c.a.test/", &["b.a.test"]),
                Err(BadHost::Malformed)
            );
        }
    }

    #[test]
    fn one_host_that_agrees_with_the_target() {
        let refused = |build: fn(axum::http::request::Builder) -> axum::http::request::Builder| {
            let parts = build(axum::http::Request::builder())
                .body(())
                .unwrap()
                .into_parts()
                .0;
            check_host(&parts, &Settings::default()).is_err()
        };
        assert!(!refused(|r| r.uri("/")));
        assert!(!refused(|r| r.uri("/").header("host", "a.test")));
        assert!(!refused(|r| r
            .uri("http://a.test/")
            .header("host", "a.test")));
        assert!(refused(|r| r
            .uri("/")
            .header("host", "a.test")
            .header("host", "a.test")));
        assert!(refused(|r| r
            .uri("http://evil.test/")
            .header("host", "a.test")));
        assert!(refused(|r| r.uri("/").header("host", "")));
    }
}
