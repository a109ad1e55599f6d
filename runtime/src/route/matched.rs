//! Which pattern a request matched.

use std::convert::Infallible;

use axum::extract::OptionalFromRequestParts;
use axum::http::request::Parts;

/// The pattern that a request matched, such as `/products/[slug]`: an extension of the request that a page sees, and of
/// the response that the router gives, for metrics and logs. It holds no value of the path.
///
/// ```
/// use axum::extract::Request;
/// use axum::middleware::Next;
/// use axum::response::Response;
/// use isle::MatchedPattern;
///
/// async fn count(request: Request, next: Next) -> Response {
///     let response = next.run(request).await;
///     if let Some(pattern) = response.extensions().get::<MatchedPattern>() {
///         println!("{} {}", response.status(), pattern.as_str());
///     }
///     response
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MatchedPattern(pub(super) &'static str);

impl MatchedPattern {
    /// The pattern as the page writes it.
    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

/// Whether a page of isle's was found for the request.
impl<S: Sync> OptionalFromRequestParts<S> for MatchedPattern {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        _: &S,
    ) -> Result<Option<MatchedPattern>, Infallible> {
        Ok(parts.extensions.get().copied())
    }
}
