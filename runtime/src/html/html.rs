//! Finished markup.

use std::fmt;

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::aside::Aside;
use super::buf;
use crate::response::Exit;

/// Markup, printed: what `html!` gives, and what goes into other markup verbatim.
///
/// ```
/// use isle::html::Html;
///
/// let signature = Html::trusted("<b>isle</b>");
/// assert_eq!(signature.as_str(), "<b>isle</b>");
/// ```
///
/// As a response it is `text/html; charset=utf-8`, sent whole, with its length. Where a component in it ended the page
/// early (`redirect`, `not_found`, an error), the response is that answer.
#[derive(Clone, Debug, Default)]
#[must_use = "markup does nothing until it is printed or returned"]
pub struct Html {
    bytes: Vec<u8>,
    aside: Aside,
}

impl Html {
    /// Takes text as markup, unescaped: the only door past the escaping.
    ///
    /// Whatever a visitor typed must not come through here, unless something has made it harmless before.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self::from_parts(markup.into().into_bytes(), Aside::NONE)
    }

    pub(super) fn from_parts(bytes: Vec<u8>, aside: Aside) -> Self {
        Self { bytes, aside }
    }

    pub(super) fn aside(&self) -> &Aside {
        &self.aside
    }

    /// Whether it holds more than its text: an exit, islands.
    #[inline]
    pub(crate) fn holds_more(&self) -> bool {
        self.aside.is_some()
    }

    /// The same markup with text in front.
    pub(crate) fn behind(mut self, text: &str) -> Self {
        self.bytes.splice(..0, text.bytes());
        self
    }

    /// The markup as text.
    pub fn as_str(&self) -> &str {
        buf::text(&self.bytes)
    }

    /// The markup as bytes of UTF-8.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The markup as bytes of UTF-8, owned.
    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many bytes of markup there are.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether there is no markup.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The markup, or what a component in it answers in its place.
    ///
    /// # Errors
    ///
    /// The [`Exit`] of the first component that ended the page early.
    pub fn into_page(mut self) -> Result<Html, Exit> {
        match self.aside.get_mut().and_then(|it| it.exit.take()) {
            Some(exit) => Err(exit),
            None => Ok(self),
        }
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        match self.into_page() {
            Ok(mut html) => {
                let islands = html
                    .aside
                    .get_mut()
                    .map(|it| std::mem::take(&mut it.islands));
                let mut response = Response::new(Body::from(html.into_bytes()));
                let html = HeaderValue::from_static("text/html; charset=utf-8");
                response.headers_mut().insert(CONTENT_TYPE, html);
                if let Some(islands) = islands
                    && islands.is_some()
                {
                    // Whoever knows the page's site adds the tags that load them.
                    response.extensions_mut().insert(islands);
                }
                response
            }
            Err(exit) => exit.into_response(),
        }
    }
}
