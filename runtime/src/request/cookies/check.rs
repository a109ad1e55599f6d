//! What a cookie must be for a browser to take it as it is meant (RFC 6265, section 4.1, and
//! 6265bis).

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::cookie::Cookie;
use super::date;

/// Name and value together, in bytes; browsers drop what is longer (6265bis, section 5.6).
const LONGEST: usize = 4096;
/// An attribute's value, in bytes; browsers ignore what is longer.
const LONGEST_ATTRIBUTE: usize = 1024;

/// All but RFC 6265's cookie-octets, and `%`, so that decoding gives the same back.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b',')
    .add(b';')
    .add(b'\\')
    .add(b'%');

/// A cookie that browsers would drop or misread, and that is therefore not sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadCookie {
    name: String,
    problem: Problem,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Problem {
    Name,
    Domain(String),
    Path(String),
    Size(usize),
    Expires,
    Insecure,
    HostPrefix,
    Json(String),
    Unprintable,
    #[cfg(feature = "signed")]
    NoKey,
}

impl BadCookie {
    fn new(name: &str, problem: Problem) -> BadCookie {
        BadCookie {
            name: name.to_owned(),
            problem,
        }
    }

    pub(super) fn json(name: &str, error: &serde_json::Error) -> BadCookie {
        BadCookie::new(name, Problem::Json(error.to_string()))
    }

    pub(super) fn unprintable(name: &str) -> BadCookie {
        BadCookie::new(name, Problem::Unprintable)
    }

    #[cfg(feature = "signed")]
    pub(super) fn no_key(name: &str) -> BadCookie {
        BadCookie::new(name, Problem::NoKey)
    }
}

impl fmt::Display for BadCookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the cookie {:?} can't be set: ", self.name)?;
        match &self.problem {
            Problem::Name => f.write_str(
                "its name must be letters, digits and !#$%&'*+-.^_`|~, and at least one of them",
            ),
            Problem::Domain(domain) => write!(f, "{domain:?} is no domain"),
            Problem::Path(path) => write!(
                f,
                "{path:?} is no path; help: it begins with `/` and holds neither `;` nor what must \
                 be percent-encoded"
            ),
            Problem::Size(size) => write!(
                f,
                "it has {size} bytes, and browsers drop what has more than {LONGEST}; help: keep \
                 the data on the server, and in the cookie what it is found by"
            ),
            Problem::Expires => f.write_str("it must end in a year from 1601 to 9999"),
            Problem::Insecure => f.write_str(
                "it must be `Secure`, as it has the prefix `__Secure-` or `__Host-`, \
                 `SameSite=None` or `Partitioned`",
            ),
            Problem::HostPrefix => {
                f.write_str("the prefix `__Host-` demands `Path=/` and forbids a domain")
            }
            Problem::Json(error) => write!(f, "its value is no JSON: {error}"),
            Problem::Unprintable => f.write_str("it can't stand in a header"),
            #[cfg(feature = "signed")]
            Problem::NoKey => f.write_str(
                "there is no key for signed and private cookies; help: set ISLE_KEY to what \
                 `openssl rand -base64 48` prints, or call `Settings::keys`",
            ),
        }
    }
}

impl Error for BadCookie {}

/// The value as it is sent, if the cookie is one that browsers take.
pub(super) fn check(cookie: &Cookie) -> Result<Cow<'_, str>, BadCookie> {
    let refuse = |problem| Err(BadCookie::new(&cookie.name, problem));
    if !is_token(&cookie.name) {
        return refuse(Problem::Name);
    }
    if cookie.domain.is_some() && !cookie.bare_domain().is_some_and(is_domain) {
        return refuse(Problem::Domain(cookie.domain.clone().unwrap_or_default()));
    }
    if let Some(path) = &cookie.path
        && !is_path(path)
    {
        return refuse(Problem::Path(path.clone()));
    }
    if cookie
        .expires
        .is_some_and(|time| date::format(time).is_none())
    {
        return refuse(Problem::Expires);
    }
    if cookie.needs_secure() && cookie.secure == Some(false) {
        return refuse(Problem::Insecure);
    }
    let host_wide = cookie.path.as_deref() == Some("/") && cookie.domain.is_none();
    if has_prefix(&cookie.name, "__Host-") && !host_wide {
        return refuse(Problem::HostPrefix);
    }
    let value: Cow<'_, str> = utf8_percent_encode(&cookie.value, ENCODED).into();
    let size = cookie.name.len() + value.len();
    if size > LONGEST {
        return refuse(Problem::Size(size));
    }
    Ok(value)
}

/// Whether browsers read this prefix, which they do whatever its case.
pub(super) fn has_prefix(name: &str, prefix: &str) -> bool {
    name.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// RFC 9110, section 5.6.2.
fn is_token(name: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(known)
}

/// RFC 1034, section 3.5: labels of letters, digits and inner hyphens.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.len() <= 253 && domain.split('.').all(is_label)
}

fn is_path(path: &str) -> bool {
    path.starts_with('/')
        && path.len() <= LONGEST_ATTRIBUTE
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b';')
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;
    use crate::request::SameSite;

    fn header(cookie: Cookie) -> String {
        cookie.to_header(true).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn the_defaults() {
        let lax = "a=b; Path=/; HttpOnly; Secure; SameSite=Lax";
        assert_eq!(header(Cookie::new("a", "b")), lax);
        let http = Cookie::new("a", "b").to_header(false).unwrap();
        assert_eq!(http, "a=b; Path=/; HttpOnly; SameSite=Lax");
        assert_eq!(header(Cookie::bare("a", "b")), "a=b");
    }

    #[test]
    fn attributes_in_astros_order() {
        let cookie = Cookie::new("a", 1)
            .max_age(Duration::from_secs(60))
            .domain(".example.com")
            .path("/x")
            .expires(UNIX_EPOCH)
            .partitioned(true)
            .same_site(SameSite::Strict);
        let all = "a=1; Max-Age=60; Domain=example.com; Path=/x; \
                   Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; Partitioned; \
                   SameSite=Strict";
        assert_eq!(header(cookie), all);
    }

    #[test]
    fn values_are_encoded_where_they_must_be() {
        for (value, sent) in [
            ("hello world", "hello%20world"),
            ("100%", "100%25"),
            ("b; Domain=evil.com", "b%3B%20Domain=evil.com"),
            ("b\r\nX: y", "b%0D%0AX:%20y"),
            ("é", "%C3%A9"),
            ("{a:'b'}/c=d+e", "{a:'b'}/c=d+e"),
            ("", ""),
        ] {
            assert_eq!(header(Cookie::bare("a", value)), format!("a={sent}"));
            assert_eq!(super::super::received::decode(sent), value);
        }
    }

    #[test]
    fn what_is_refused() {
        let refused = |cookie: Cookie| assert!(cookie.clone().build().is_err(), "{cookie:?}");
        for name in ["", "a b", "a=b", "a;b", "a\n", "é", "a/b", "a[b"] {
            refused(Cookie::new(name, "x"));
        }
        for path in ["", "x", "/; Domain=evil.test", "/\r\n", "/é", "/a b"] {
            refused(Cookie::new("a", "b").path(path));
        }
        for domain in [
            "",
            ".",
            "a..b",
            "-a.b",
            "a-.b",
            "x; Secure",
            "é.test",
            "a.b.",
        ] {
            refused(Cookie::new("a", "b").domain(domain));
        }
        refused(Cookie::new("a", "x".repeat(4096)));
        refused(Cookie::new("a", "é".repeat(700)));
        assert!(Cookie::new("a", "x".repeat(4095)).build().is_ok());
    }

    #[test]
    fn prefixes_and_what_demands_secure() {
        let refused = |cookie: Cookie| assert!(cookie.clone().build().is_err(), "{cookie:?}");
        assert_eq!(
            Cookie::new("__Host-id", "v").to_header(false).unwrap(),
            "__Host-id=v; Path=/; HttpOnly; Secure; SameSite=Lax"
        );
        assert!(header(Cookie::new("a", "b").same_site(SameSite::None)).contains("; Secure"));
        refused(Cookie::new("__Host-id", "v").path("/x"));
        refused(Cookie::new("__Host-id", "v").domain("example.com"));
        refused(Cookie::new("__hOsT-id", "v").secure(false));
        refused(Cookie::bare("__Secure-id", "v"));
        refused(
            Cookie::new("a", "v")
                .same_site(SameSite::None)
                .secure(false),
        );
        refused(Cookie::new("a", "v").partitioned(true).secure(false));
    }

    #[test]
    fn a_removal_is_for_the_same_cookie() {
        let cookie = Cookie::new("__Host-id", "v")
            .max_age(Duration::from_secs(5))
            .removal();
        let sent = "__Host-id=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; \
                    SameSite=Lax";
        assert_eq!(header(cookie), sent);
    }
}
