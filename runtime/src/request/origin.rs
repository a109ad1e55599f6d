//! Cross-site requests: who sent a form, and whether it may.

use std::fmt;

use axum::http::header::{HeaderName, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::forwarded;
use super::host::Host;
use crate::settings::Settings;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// `https://example.com`: a scheme, a host, a port. See RFC 6454, section 4.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Origin {
    pub(crate) https: bool,
    /// Lower case, with its port unless that is the scheme's own.
    pub(crate) authority: String,
}

impl Origin {
    /// Reads an origin with nothing behind it, not even a `/`.
    pub(crate) fn parse(text: &str) -> Option<Origin> {
        let (https, authority) = if let Some(rest) = text.strip_prefix("https://") {
            (true, rest)
        } else {
            (false, text.strip_prefix("http://")?)
        };
        Some(Origin {
            https,
            authority: normal(authority, https)?,
        })
    }

    /// Whether a request to `host` is one to this origin, the scheme left open.
    pub(crate) fn is_at(&self, host: &str) -> bool {
        normal(host, self.https).is_some_and(|host| host == self.authority)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}://{}",
            if self.https { "https" } else { "http" },
            self.authority
        )
    }
}

/// A host in one spelling: lower case, without the port that the scheme implies.
fn normal(authority: &str, https: bool) -> Option<String> {
    let host = Host::parse(authority)?;
    let name = host.name.to_ascii_lowercase();
    match host.port {
        Some(port) if port != if https { 443 } else { 80 } => Some(format!("{name}:{port}")),
        _ => Some(name),
    }
}

/// Refuses a request that another site's page made and that could change something.
///
/// isle's router does this by itself for every page and endpoint that does not opt out; a layer can
/// do it for a whole application. GET, HEAD and OPTIONS pass. Of the rest, what the browser says of
/// itself decides, and never the content type, which the attacker chooses:
///
/// 1. `Sec-Fetch-Site`: `same-origin` and `none` (typed, or a bookmark) pass.
/// 2. An `Origin` among the [public origins](Settings::public_origin) passes.
/// 3. Any other `Sec-Fetch-Site` is refused.
/// 4. An `Origin` passes if it is at the request's host, unless a public origin says that this host
///    has another scheme.
/// 5. With neither header it was no browser, and passes.
///
/// See the Fetch Metadata specification, and RFC 6454, section 7.
///
/// # Errors
///
/// [`CrossSite`], which answers 403.
pub fn check_origin(parts: &Parts, settings: &Settings) -> Result<(), CrossSite> {
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if passes(&parts.headers, forwarded::host(parts, settings), settings) {
        Ok(())
    } else {
        Err(CrossSite {
            method: parts.method.clone(),
        })
    }
}

fn passes(headers: &HeaderMap, host: Option<&str>, settings: &Settings) -> bool {
    let fetch_site = headers.get(SEC_FETCH_SITE);
    if fetch_site.is_some_and(|site| site == "same-origin" || site == "none") {
        return true;
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return fetch_site.is_none();
    };
    let Some(origin) = origin.to_str().ok().and_then(Origin::parse) else {
        return false; // `null` among them
    };
    if settings.origins.contains(&origin) {
        return true;
    }
    let is_public = |host| settings.origins.iter().any(|public| public.is_at(host));
    fetch_site.is_none() && host.is_some_and(|host| origin.is_at(host) && !is_public(host))
}

/// Another site's page sent this request. As a response it is a 403.
#[derive(Clone, Debug)]
pub struct CrossSite {
    method: Method,
}

impl fmt::Display for CrossSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Cross-site {} form submissions are forbidden",
            self.method
        )
    }
}

impl std::error::Error for CrossSite {}

impl IntoResponse for CrossSite {
    fn into_response(self) -> Response {
        (StatusCode::FORBIDDEN, self.to_string()).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn passes(method: &str, headers: &[(&str, &str)], origins: &[&str]) -> bool {
        let mut request = Request::builder()
            .method(method)
            .header("host", "example.com");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut settings = Settings::default();
        for origin in origins {
            settings = settings.public_origin(origin).unwrap();
        }
        check_origin(&request.body(()).unwrap().into_parts().0, &settings).is_ok()
    }

    #[test]
    fn safe_methods_pass() {
        for method in ["GET", "HEAD", "OPTIONS"] {
            assert!(passes(method, &[("origin", "http://evil.test")], &[]));
        }
        assert!(!passes("get", &[("origin", "http://evil.test")], &[]));
    }

    #[test]
    fn fetch_metadata_decides_first() {
        assert!(passes("POST", &[("sec-fetch-site", "same-origin")], &[]));
        assert!(passes("POST", &[("sec-fetch-site", "none")], &[]));
        for site in ["same-site", "cross-site", "whatever"] {
            let headers = [("sec-fetch-site", site), ("origin", "http://example.com")];
            assert!(!passes("POST", &headers, &[]));
            assert!(!passes("POST", &headers[..1], &[]));
        }
    }

    #[test]
    fn a_named_origin_may_post() {
        let headers = [
            ("sec-fetch-site", "same-site"),
            ("origin", "https://admin.example.com"),
        ];
        assert!(!passes("POST", &headers, &[]));
        assert!(passes("POST", &headers, &["https://admin.example.com"]));
        assert!(!passes("POST", &headers, &["http://admin.example.com"]));
    }

    #[test]
    fn cs_05_origin_against_host() {
        assert!(passes("POST", &[("origin", "http://example.com")], &[]));
        assert!(passes("POST", &[("origin", "https://example.com")], &[]));
        assert!(!passes(
            "POST",
            &[("origin", "http://example.com:444")],
            &[]
        ));
        assert!(!passes("POST", &[("origin", "null")], &[]));
        assert!(!passes(
            "POST",
            &[("origin", "http://evil.test/http://example.com")],
            &[]
        ));
        assert!(passes("POST", &[], &[]));
    }

    #[test]
    fn a_named_origin_settles_the_scheme_of_its_host() {
        let origins = ["https://example.com"];
        assert!(passes(
            "POST",
            &[("origin", "https://example.com")],
            &origins
        ));
        assert!(!passes(
            "POST",
            &[("origin", "http://example.com")],
            &origins
        ));
    }

    #[test]
    fn the_text_is_astros() {
        let refused = CrossSite {
            method: Method::POST,
        };
        assert_eq!(
            refused.to_string(),
            "Cross-site POST form submissions are forbidden"
        );
    }
}
