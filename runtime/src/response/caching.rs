//! What caches may keep of an answer.

use std::error::Error;
use std::fmt;

use axum::http::header::{
    AGE, CACHE_CONTROL, ETAG, EXPIRES, HeaderName, LAST_MODIFIED, SET_COOKIE, VARY,
};
use axum::http::{HeaderMap, HeaderValue};

/// Keeps an answer for which cookies were read, or that sets one, to the visitor whose it is.
///
/// See RFC 9111, sections 3.5 and 7.3: a shared cache would hand one visitor's page, or cookie, to
/// the next.
///
/// # Errors
///
/// [`SharedCookie`] for an answer that sets a cookie and says that it is for shared caches: one of the two is a mistake,
/// and neither may be lost in silence.
pub(super) fn keep_private(read: bool, headers: &mut HeaderMap) -> Result<(), SharedCookie> {
    // An answer has few headers here: to look at each is less than to look one up.
    let sets = headers.keys().any(|name| name == SET_COOKIE);
    if !read && !sets {
        return Ok(());
    }
    if sets && let Some(name) = shared(headers) {
        return Err(SharedCookie(name));
    }
    if headers.keys().all(|name| name != CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    } else if sets && !says(headers, &CACHE_CONTROL, &["private", "no-store"]) {
        // `max-age` alone is for shared caches too.
        headers.append(CACHE_CONTROL, HeaderValue::from_static("private"));
    }
    if read {
        let cookie = HeaderValue::from_static("Cookie");
        if headers.keys().all(|name| name != VARY) {
            headers.insert(VARY, cookie);
        } else if !says(headers, &VARY, &["*", "cookie"]) {
            headers.append(VARY, cookie);
        }
    }
    Ok(())
}

/// The header, if there is one, that hands the answer to shared caches.
fn shared(headers: &HeaderMap) -> Option<HeaderName> {
    if says(headers, &CACHE_CONTROL, &["public", "s-maxage"]) {
        return Some(CACHE_CONTROL);
    }
    FOR_SHARED
        .map(HeaderName::from_static)
        .into_iter()
        .find(|name| headers.contains_key(name) && !says(headers, name, &["private", "no-store"]))
}

/// Headers that shared caches alone look at (RFC 9213).
const FOR_SHARED: [&str; 2] = ["cdn-cache-control", "surrogate-control"];

/// Whether a header's list holds one of these, without regard to what stands behind a `=`.
fn says(headers: &HeaderMap, name: &HeaderName, wanted: &[&str]) -> bool {
    let lines = headers.get_all(name).iter();
    let mut entries = lines.flat_map(|line| line.to_str().unwrap_or_default().split(','));
    entries.any(|entry| {
        let directive = entry.split('=').next().unwrap_or_default().trim();
        wanted.iter().any(|one| one.eq_ignore_ascii_case(directive))
    })
}

/// A page lets shared caches keep an answer that sets a cookie.
#[derive(Clone, Debug)]
pub(super) struct SharedCookie(HeaderName);

impl fmt::Display for SharedCookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the answer sets a cookie, and its `{}` lets shared caches hand it to everyone; \
             help: make it private, or set the cookie elsewhere",
            self.0
        )
    }
}

impl Error for SharedCookie {}

/// Whether a header lets caches keep an answer.
pub(super) fn is_for_caches(name: &HeaderName) -> bool {
    [CACHE_CONTROL, EXPIRES, ETAG, LAST_MODIFIED, AGE].contains(name)
        || FOR_SHARED.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use axum::response::Response;

    use super::*;
    use crate::Html;
    use crate::request::rehearsal::{answer_with_cookies, values};
    use crate::response::Failure;

    #[tokio::test]
    async fn shared_caches_keep_nothing_that_cookies_made() {
        let caching = |response: &Response| {
            (
                values(response, "cache-control").join("|"),
                values(response, "vary").join("|"),
            )
        };
        let page = || Ok(Html::trusted("<p>"));
        let with = |control: &str, vary: &str| (control.to_owned(), vary.to_owned());
        let response = answer_with_cookies("a=1", |_, _| page()).await;
        assert_eq!(caching(&response), with("", ""));
        let response = answer_with_cookies("a=1", |_, cookies| {
            cookies.get("a");
            page()
        })
        .await;
        assert_eq!(caching(&response), with("private, no-cache", "Cookie"));
        let response = answer_with_cookies("", |head, cookies| {
            head.header(CACHE_CONTROL, "public, max-age=60");
            head.header("vary", "accept-language, COOKIE");
            cookies.has("a");
            page()
        })
        .await;
        assert_eq!(
            caching(&response),
            with("public, max-age=60", "accept-language, COOKIE")
        );
        let response = answer_with_cookies("", |head, cookies| {
            head.header(CACHE_CONTROL, "max-age=60");
            cookies.set("a", 1);
            page()
        })
        .await;
        assert_eq!(caching(&response), with("max-age=60|private", ""));
    }

    #[tokio::test]
    async fn an_answer_for_everyone_sets_no_cookie() {
        for (name, value) in [
            ("cache-control", "max-age=0, S-MaxAge=60"),
            ("Cache-Control", "Public"),
            ("cdn-cache-control", "max-age=60"),
        ] {
            let response = answer_with_cookies("", |head, cookies| {
                head.header(name, value);
                head.header("x-kept", "yes");
                cookies.set("a", 1);
                Ok(Html::trusted("<p>"))
            })
            .await;
            assert_eq!(response.status(), 500);
            let failure = response.extensions().get::<Failure>().expect("a failure");
            let text = failure.0.to_string();
            assert!(text.contains(&name.to_ascii_lowercase()), "{text}");
            // It is the visitor's own failure, and keeps the rest.
            assert_eq!(values(&response, "cache-control"), ["private, no-cache"]);
            assert!(values(&response, "cdn-cache-control").is_empty());
            assert!(values(&response, "content-type").is_empty());
            assert_eq!(values(&response, "x-kept"), ["yes"]);
            assert_eq!(values(&response, "set-cookie").len(), 1);
        }
        let response = answer_with_cookies("", |head, cookies| {
            head.header("cdn-cache-control", "no-store");
            cookies.set("a", 1);
            Ok(Html::trusted("<p>"))
        })
        .await;
        assert_eq!(response.status(), 200);
    }
}
