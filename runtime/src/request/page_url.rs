use std::fmt;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::uri::{PathAndQuery, Uri};

use super::context::{Context, NoContext};
use super::forwarded;

/// The URL of the page, as the browser asked for it.
///
/// An argument of a page. The scheme is that of the
/// [public origin](crate::Settings::public_origin) of the host; where none is named, a
/// [trusted proxy](crate::Settings::trusted_proxy) may say it. The host is the request's, or what a
/// trusted proxy says if the settings know it: name [hosts](crate::Settings::allowed_host) before
/// you put this URL into a mail, since anyone can send any `Host`.
///
/// ```
/// use isle::request::PageUrl;
/// use isle::{Html, Page};
///
/// async fn about(url: PageUrl) -> Page {
///     Ok(Html::trusted(format!("<link rel=\"canonical\" href=\"{}\">", url.path())))
/// }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PageUrl {
    https: bool,
    host: String,
    target: PathAndQuery,
}

impl PageUrl {
    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.https { "https" } else { "http" }
    }

    /// The host, with its port where there is one. `localhost` if the request named none.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Scheme and host: `https://example.com`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme(), self.host)
    }

    /// The path, percent-encoded.
    pub fn path(&self) -> &str {
        self.target.path()
    }

    /// What stands behind the `?`, percent-encoded.
    pub fn query(&self) -> Option<&str> {
        self.target.query()
    }
}

impl fmt::Display for PageUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme(), self.host, self.target)
    }
}

impl<S: Sync> FromRequestParts<S> for PageUrl {
    type Rejection = NoContext;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<PageUrl, NoContext> {
        let context = Context::of(parts, "PageUrl")?;
        let settings = &context.settings;
        let host = forwarded::host(parts, settings);
        let named = || {
            settings
                .origins
                .first()
                .map(|origin| origin.authority.as_str())
        };
        let host = host.or_else(named).unwrap_or("localhost");
        // A nested router sees the rest of the path only.
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |original| &original.0);
        Ok(PageUrl {
            https: forwarded::https(parts, settings, Some(host)),
            host: host.to_owned(),
            target: target(uri),
        })
    }
}

fn target(uri: &Uri) -> PathAndQuery {
    uri.path_and_query()
        .cloned()
        .unwrap_or_else(|| PathAndQuery::from_static("/"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::http::Request;

    use super::*;
    use crate::Settings;

    async fn url(uri: &str, host: Option<&str>, settings: Settings) -> PageUrl {
        let mut request = Request::builder().uri(uri);
        if let Some(host) = host {
            request = request.header("host", host);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        parts
            .extensions
            .insert(Arc::new(Context::new(Arc::new(settings), "/[...rest]")));
        PageUrl::from_request_parts(&mut parts, &()).await.unwrap()
    }

    #[tokio::test]
    async fn the_url_as_it_was_asked_for() {
        let url = url("/a%20b?c=d", Some("example.com:3000"), Settings::default()).await;
        assert_eq!(url.to_string(), "http://example.com:3000/a%20b?c=d");
        assert_eq!(
            (url.scheme(), url.path(), url.query()),
            ("http", "/a%20b", Some("c=d"))
        );
        assert_eq!(url.origin(), "http://example.com:3000");
    }

    #[tokio::test]
    async fn the_public_origin_says_the_scheme() {
        let settings = || {
            Settings::default()
                .public_origin("https://example.com")
                .unwrap()
        };
        assert_eq!(
            url("/", Some("example.com"), settings()).await.origin(),
            "https://example.com"
        );
        assert_eq!(
            url("/", None, settings()).await.origin(),
            "https://example.com"
        );
        assert_eq!(
            url("/", None, Settings::default()).await.origin(),
            "http://localhost"
        );
    }
}
