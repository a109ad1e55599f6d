use std::error::Error;
use std::fmt;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use crate::Secret;

/// The header `Authorization`, whole ([RFC 9110, section 11.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2)).
///
/// An argument of a page. Without the header the answer is 401, and `Option<Authorization>` is `None`.
///
/// ```
/// use isle::prelude::*;
/// use isle::request::Authorization;
///
/// #[endpoint(GET, "/api/me")]
/// async fn me(authorization: Authorization) -> StatusCode {
///     match authorization.bearer() {
///         Some(token) if token.expose().len() == 32 => StatusCode::OK,
///         _ => StatusCode::UNAUTHORIZED,
///     }
/// }
/// # let app: axum::Router = isle::router![me];
/// ```
#[derive(Clone, Debug)]
pub struct Authorization(pub Secret<String>);

impl Authorization {
    /// The token of `Bearer …` ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750#section-2.1)).
    pub fn bearer(&self) -> Option<Secret<&str>> {
        self.of_scheme("Bearer")
    }

    /// What follows the scheme, if it is this one, in whatever case.
    pub fn of_scheme(&self, scheme: &str) -> Option<Secret<&str>> {
        let (found, rest) = self.0.expose().split_once(' ')?;
        let same = found.eq_ignore_ascii_case(scheme);
        same.then(|| Secret::new(rest.trim_start_matches(' ')))
    }

    /// A header that is no visible ASCII is none.
    fn of(parts: &Parts) -> Option<Authorization> {
        let value = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
        Some(Authorization(Secret::new(value.to_owned())))
    }
}

impl<S: Sync> FromRequestParts<S> for Authorization {
    type Rejection = NotAuthorized;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Authorization, NotAuthorized> {
        Authorization::of(parts).ok_or(NotAuthorized)
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Authorization {
    type Rejection = NotAuthorized;

    async fn from_request_parts(
        parts: &mut Parts,
        _: &S,
    ) -> Result<Option<Authorization>, NotAuthorized> {
        Ok(Authorization::of(parts))
    }
}

/// The request has no header `Authorization`. As a response it is a 401.
#[derive(Clone, Copy, Debug)]
pub struct NotAuthorized;

impl fmt::Display for NotAuthorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request has no header `Authorization`")
    }
}

impl Error for NotAuthorized {}

impl IntoResponse for NotAuthorized {
    fn into_response(self) -> Response {
        (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")]).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::Authorization;

    fn read(header: &[u8]) -> Option<Authorization> {
        let request = Request::builder().header("authorization", header);
        Authorization::of(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn a_token_is_what_follows_its_scheme() {
        for (header, token) in [
            ("Bearer abc", Some("abc")),
            ("bEARER  abc", Some("abc")),
            ("Basic abc", None),
            ("Bearer", None),
        ] {
            let read = read(header.as_bytes()).unwrap();
            assert_eq!(
                read.bearer().map(|token| *token.expose()),
                token,
                "{header}"
            );
        }
        assert!(read(b"Bearer \xff").is_none());
        assert!(!format!("{:?}", read(b"Bearer abc")).contains("abc"));
    }
}
