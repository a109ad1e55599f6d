//! The headers of markup for which a page asked for nothing else.

use axum::body::Body;
use axum::http::header::CONTENT_LENGTH;
use axum::http::response::Parts;
use axum::response::{IntoResponse, Response};

use super::caching::keep_private;
use crate::html::Html;
use crate::settings::Settings;

/// The headers of markup for which a page asked for nothing else: most answers have them, so they are made once, in the
/// way in which all others are.
#[derive(Debug)]
pub(crate) struct MarkupHeads {
    for_everyone: Parts,
    /// Where cookies were read for it.
    for_one: Parts,
}

impl MarkupHeads {
    pub(crate) fn new(settings: &Settings) -> MarkupHeads {
        MarkupHeads {
            for_everyone: head(settings, false),
            for_one: head(settings, true),
        }
    }

    /// The response of markup.
    pub(crate) fn response(&self, markup: Vec<u8>, cookies: bool) -> Response {
        let head = if cookies {
            &self.for_one
        } else {
            &self.for_everyone
        };
        // Putting one after the other into a map takes twice as long, even where the map has the room.
        let mut head = head.clone();
        head.headers.remove(CONTENT_LENGTH);
        Response::from_parts(head, Body::from(markup))
    }
}

fn head(settings: &Settings, cookies: bool) -> Parts {
    let (mut head, _) = Html::default().into_response().into_parts();
    keep_private(cookies, &mut head.headers).expect("markup sets no cookie by itself");
    settings.security.add(&mut head.headers);
    // A copy has no more room than this. The server adds the length, and the copy would grow to twice its size for it.
    head.headers.insert(CONTENT_LENGTH, 0.into());
    head
}

#[cfg(test)]
mod tests {
    use axum::http::header::CONTENT_TYPE;

    use super::*;
    use crate::response::SecurityHeaders;

    #[test]
    fn the_sites_own_headers_count_where_cookies_were_read_too() {
        let security = SecurityHeaders::none()
            .set("cache-control", "no-store")
            .and_then(|headers| headers.set("x-site", "shop"))
            .expect("headers");
        let heads = MarkupHeads::new(&Settings::default().security_headers(security));
        let lines = |cookies| {
            let response = heads.response(b"<p>".to_vec(), cookies);
            let mut lines: Vec<String> = response
                .headers()
                .iter()
                .map(|(name, value)| format!("{name}: {}", value.to_str().expect("text")))
                .collect();
            lines.sort();
            lines
        };
        let kind = format!("{CONTENT_TYPE}: text/html; charset=utf-8");
        assert_eq!(
            lines(false),
            ["cache-control: no-store", &kind, "x-site: shop"]
        );
        // As where any answer depends on cookies: what the answer has stands before what the site adds.
        assert_eq!(
            lines(true),
            [
                "cache-control: private, no-cache",
                &kind,
                "vary: Cookie",
                "x-site: shop"
            ]
        );
    }
}
