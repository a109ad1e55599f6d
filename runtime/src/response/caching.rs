//! What caches may keep of an answer.

use axum::http::header::{
    AGE, CACHE_CONTROL, ETAG, EXPIRES, HeaderName, LAST_MODIFIED, SET_COOKIE, VARY,
};
use axum::http::{HeaderMap, HeaderValue};

/// Keeps an answer for which cookies were read, or that sets one, to the visitor whose it is.
///
/// See RFC 9111, sections 3.5 and 7.3: a shared cache would hand one visitor's page, or cookie, to
/// the next.
pub(super) fn keep_private(read: bool, headers: &mut HeaderMap) {
    let sets = headers.contains_key(SET_COOKIE);
    if !read && !sets {
        return;
    }
    let is_shared = |value: &HeaderValue| {
        let directives = value.to_str().unwrap_or_default().split(',');
        let mut names =
            directives.map(|directive| directive.split('=').next().unwrap_or("").trim());
        names.any(|name| {
            name.eq_ignore_ascii_case("public") || name.eq_ignore_ascii_case("s-maxage")
        })
    };
    let for_all = sets && headers.get_all(CACHE_CONTROL).iter().any(is_shared);
    if for_all {
        tracing::warn!(
            "a page lets shared caches keep an answer that sets a cookie; it is sent as private"
        );
    }
    if for_all || !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    let varies = |value: &HeaderValue| {
        let mut names = value.to_str().unwrap_or_default().split(',').map(str::trim);
        names.any(|name| name == "*" || name.eq_ignore_ascii_case("cookie"))
    };
    if read && !headers.get_all(VARY).iter().any(varies) {
        headers.append(VARY, HeaderValue::from_static("Cookie"));
    }
}

/// Whether a header lets caches keep an answer.
pub(super) fn is_for_caches(name: &HeaderName) -> bool {
    [CACHE_CONTROL, EXPIRES, ETAG, LAST_MODIFIED, AGE].contains(name)
        || matches!(name.as_str(), "cdn-cache-control" | "surrogate-control")
}

#[cfg(test)]
mod tests {
    use axum::response::Response;

    use super::*;
    use crate::Html;
    use crate::request::rehearsal::{answer_with_cookies, values};

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
            head.header(CACHE_CONTROL, "max-age=0, S-MaxAge=60");
            cookies.set("a", 1);
            page()
        })
        .await;
        assert_eq!(caching(&response), with("private, no-cache", ""));
    }
}
