//! Which pattern a request matched.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::OptionalFromRequestParts;
use axum::http::request::Parts;

use crate::request::Context;

/// The pattern that a request matched, such as `/products/[slug]`: an argument of a page, as an `Option`, and an extension
/// of the response that the router gives, for metrics and logs. It holds no value of the path.
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

/// The pattern of the page that answers the request; nothing in a handler of another router.
impl<S: Sync> OptionalFromRequestParts<S> for MatchedPattern {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        _: &S,
    ) -> Result<Option<MatchedPattern>, Infallible> {
        let context = parts.extensions.get::<Arc<Context>>();
        Ok(context.map(|context| MatchedPattern(context.pattern())))
    }
}
