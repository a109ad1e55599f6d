//! The arguments before the last one, which read the head of a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

/// What an argument of a page can be that is neither a param nor the last one: any axum extractor that leaves the body
/// alone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a param of the pattern nor an extractor that leaves the body alone",
    label = "takes an argument that no request holds",
    note = "an argument that reads the body, such as `Form<T>`, `Json<T>`, `Bytes` or `String`, stands last",
    note = "an argument named like a `[param]` is read from the path; any other is an axum extractor, such as `State<T>`",
    note = "`Query<T>` and `Submitted<T>` need a `T` that is `serde::Deserialize`",
    note = "a cookie with `#[derive(CookieValue)]` may be missing: take an `Option` of it"
)]
pub trait Extractor<S>: Sized {
    /// Takes the argument from the request.
    ///
    /// # Errors
    /// The extractor's own rejection, as a response.
    fn take(parts: &mut Parts, state: &S) -> impl Future<Output = Result<Self, Response>> + Send;
}

#[diagnostic::do_not_recommend]
impl<S, T> Extractor<S> for T
where
    S: Send + Sync,
    T: FromRequestParts<S>,
{
    async fn take(parts: &mut Parts, state: &S) -> Result<T, Response> {
        T::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)
    }
}
