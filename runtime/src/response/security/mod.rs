//! The headers that tell a browser what must not happen with an answer.

mod hsts;
mod layer;

use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_REPORT_ONLY, HeaderName, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{self, HeaderMap, HeaderValue};

use super::csp::Csp;

pub use hsts::Hsts;
pub use layer::{Secured, SecurityService};

/// How many headers an answer has before its map grows.
const ROOM: usize = 12;

const CROSS_ORIGIN_OPENER_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-opener-policy");

/// The headers that tell a browser what must not happen with an answer.
///
/// | header | by default |
/// |---|---|
/// | `Content-Security-Policy` | [`Csp::default`] |
/// | `X-Content-Type-Options` | `nosniff` |
/// | `Referrer-Policy` | `strict-origin-when-cross-origin` |
/// | `Cross-Origin-Opener-Policy` | `same-origin` |
/// | `Strict-Transport-Security` | not sent: see [`hsts`](SecurityHeaders::hsts) |
///
/// isle's router gives them to all that it answers: pages, endpoints, redirects, errors and refusals. A browser may be
/// led to show any of them as a document, and the headers cost next to nothing: they are made once. A header that an
/// answer has already stays as it is, so that a page can always have its own; one that it sets to the empty text is
/// left out.
///
/// ```
/// use axum::http::header::REFERRER_POLICY;
/// use isle::Settings;
/// use isle::response::{Csp, Directive, Hsts, SecurityHeaders, Source};
///
/// const CDN: Source = Source::literal("https://cdn.example.com");
///
/// let headers = SecurityHeaders::default()
///     .csp(Csp::default().allow(Directive::ScriptSrc, [CDN]))
///     .hsts(Hsts::days(30))
///     .set("permissions-policy", "camera=(), microphone=()")?
///     .without(REFERRER_POLICY);
/// let settings = Settings::default().security_headers(headers.clone());
/// // As a layer, for routes that are not isle's:
/// let app: axum::Router = axum::Router::new().layer(headers);
/// # let _ = (settings, app);
/// # Ok::<(), axum::http::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct SecurityHeaders {
    csp: Csp,
    /// As they are sent, the policy among them; with room for an answer's own, since answers begin as copies of it.
    sent: HeaderMap,
}

impl Default for SecurityHeaders {
    fn default() -> SecurityHeaders {
        let value = HeaderValue::from_static;
        SecurityHeaders::none()
            .csp(Csp::default())
            .put(X_CONTENT_TYPE_OPTIONS, value("nosniff"))
            .put(REFERRER_POLICY, value("strict-origin-when-cross-origin"))
            .put(CROSS_ORIGIN_OPENER_POLICY, value("same-origin"))
    }
}

impl SecurityHeaders {
    /// None of them.
    pub fn none() -> SecurityHeaders {
        SecurityHeaders {
            csp: Csp::empty(),
            sent: HeaderMap::with_capacity(ROOM),
        }
    }

    /// Sends this policy; an empty one is not sent.
    pub fn csp(mut self, csp: Csp) -> SecurityHeaders {
        let value = csp.value();
        self.csp = csp;
        self.put(CONTENT_SECURITY_POLICY, value)
    }

    /// Sends a policy that browsers report offences against, and do not enforce: see
    /// [`Csp::report_to`](super::Csp::report_to).
    pub fn report_only(self, csp: &Csp) -> SecurityHeaders {
        self.put(CONTENT_SECURITY_POLICY_REPORT_ONLY, csp.value())
    }

    /// Makes browsers ask for the site over https alone.
    pub fn hsts(self, hsts: Hsts) -> SecurityHeaders {
        self.put(STRICT_TRANSPORT_SECURITY, hsts.value())
    }

    /// Sends another header, or one of these with another value.
    ///
    /// # Errors
    ///
    /// What is no header.
    pub fn set<N, V>(self, name: N, value: V) -> Result<SecurityHeaders, http::Error>
    where
        N: TryInto<HeaderName, Error: Into<http::Error>>,
        V: TryInto<HeaderValue, Error: Into<http::Error>>,
    {
        let name = name.try_into().map_err(Into::into)?;
        Ok(self.put(name, value.try_into().map_err(Into::into)?))
    }

    /// Leaves a header out.
    pub fn without(mut self, name: HeaderName) -> SecurityHeaders {
        self.sent.remove(name);
        self
    }

    fn put(mut self, name: HeaderName, value: HeaderValue) -> SecurityHeaders {
        if value.is_empty() {
            return self.without(name);
        }
        self.sent.insert(name, value);
        self
    }

    /// The site's policy, which a page's begins with.
    pub(crate) fn policy(&self) -> &Csp {
        &self.csp
    }

    /// Adds what an answer does not have, and takes away what it left empty.
    pub(crate) fn add(&self, headers: &mut HeaderMap) {
        let own = std::mem::replace(headers, self.sent.clone());
        let mut last = None;
        for (name, value) in own {
            // Further values of one name come without it.
            match (name, &last) {
                (Some(name), _) if value.is_empty() && headers.contains_key(&name) => {
                    headers.remove(&name);
                    last = None;
                }
                (Some(name), _) => {
                    headers.insert(&name, value);
                    last = Some(name);
                }
                (None, Some(name)) => drop(headers.append(name, value)),
                (None, None) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(headers: &SecurityHeaders, own: &[(&'static str, &'static str)]) -> Vec<String> {
        let mut map = HeaderMap::new();
        for (name, value) in own {
            map.insert(*name, HeaderValue::from_static(value));
        }
        headers.add(&mut map);
        let mut lines: Vec<String> = map
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        lines.sort();
        lines
    }

    #[test]
    fn the_defaults() {
        assert_eq!(
            sent(&SecurityHeaders::default(), &[]),
            [
                &*format!("content-security-policy: {}", Csp::default()),
                "cross-origin-opener-policy: same-origin",
                "referrer-policy: strict-origin-when-cross-origin",
                "x-content-type-options: nosniff",
            ]
        );
    }

    #[test]
    fn each_can_be_changed_or_left_out() {
        let headers = SecurityHeaders::default()
            .csp(Csp::empty())
            .report_only(&Csp::empty().set(super::super::Directive::ImgSrc, []))
            .set("Referrer-Policy", "no-referrer")
            .unwrap()
            .hsts(Hsts::days(1).with_subdomains().preload())
            .without(CROSS_ORIGIN_OPENER_POLICY)
            .without(X_CONTENT_TYPE_OPTIONS);
        assert_eq!(
            sent(&headers, &[]),
            [
                "content-security-policy-report-only: img-src 'none'",
                "referrer-policy: no-referrer",
                "strict-transport-security: max-age=86400; includeSubDomains; preload",
            ]
        );
        assert!(sent(&SecurityHeaders::none(), &[]).is_empty());
        for (name, value) in [("a b", "c"), ("a", "b\r\nc: d")] {
            assert!(SecurityHeaders::none().set(name, value).is_err());
        }
    }

    #[test]
    fn all_values_of_a_header_stay() {
        let mut map = HeaderMap::new();
        for value in ["a=1", "b=2", "c=3"] {
            map.append("set-cookie", HeaderValue::from_static(value));
        }
        SecurityHeaders::default().add(&mut map);
        let cookies: Vec<_> = map.get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["a=1", "b=2", "c=3"]);
        assert!(map.contains_key("referrer-policy"));
    }

    #[test]
    fn what_an_answer_has_stays_and_what_it_left_empty_goes() {
        let own = [
            ("content-security-policy", "default-src 'none'"),
            ("x-content-type-options", ""),
            ("referrer-policy", ""),
            ("cross-origin-opener-policy", "unsafe-none"),
            ("x-empty", ""),
        ];
        assert_eq!(
            sent(&SecurityHeaders::default(), &own),
            [
                "content-security-policy: default-src 'none'",
                "cross-origin-opener-policy: unsafe-none",
                "x-empty: ",
            ]
        );
    }
}
