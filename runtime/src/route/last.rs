//! The argument that may read the body.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use serde::de::DeserializeOwned;

use crate::request::Context;

/// What the last argument of a page can be that is no param: any axum extractor, one that reads the body too, or an
/// `Option<Form<T>>`, which is `None` where the request is a GET or HEAD. `M` says which, and is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a param of the pattern nor an extractor",
    label = "takes an argument that no request holds",
    note = "an argument named like a `[param]` is read from the path; any other is an axum extractor, such as `State<T>`",
    note = "`Form<T>`, `Json<T>`, `Query<T>` and `Submitted<T>` need a `T` that is `serde::Deserialize`",
    note = "a cookie with `#[derive(CookieValue)]` may be missing: take an `Option` of it"
)]
pub trait Last<S, M>: Sized {
    /// Takes the argument from the request; the body lies in the request's context. What else the request holds is
    /// still there afterwards, for an error page.
    ///
    /// # Errors
    /// The extractor's own rejection, as a response.
    fn take(parts: &mut Parts, state: &S) -> impl Future<Output = Result<Self, Response>> + Send;
}

/// An extractor that reads the head of the request.
#[derive(Debug)]
pub enum Head {}

/// An extractor that reads the body.
#[derive(Debug)]
pub enum Whole {}

/// A form, if one was sent.
#[derive(Debug)]
pub enum Maybe {}

#[diagnostic::do_not_recommend]
impl<S, T> Last<S, Head> for T
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

#[diagnostic::do_not_recommend]
impl<S, T> Last<S, Whole> for T
where
    S: Send + Sync,
    T: FromRequest<S>,
{
    async fn take(parts: &mut Parts, state: &S) -> Result<T, Response> {
        T::from_request(request(parts), state)
            .await
            .map_err(IntoResponse::into_response)
    }
}

#[diagnostic::do_not_recommend]
impl<S, T> Last<S, Maybe> for Option<Form<T>>
where
    S: Send + Sync,
    T: DeserializeOwned + Send,
{
    async fn take(parts: &mut Parts, state: &S) -> Result<Option<Form<T>>, Response> {
        if parts.method == Method::GET || parts.method == Method::HEAD {
            return Ok(None);
        }
        let form = Form::from_request(request(parts), state).await;
        form.map(Some).map_err(IntoResponse::into_response)
    }
}

/// The request with its body, which is there once.
fn request(parts: &Parts) -> Request {
    let context = parts.extensions.get::<Arc<Context>>();
    let body = context.map_or_else(Body::empty, |context| {
        Body::new(Waiting {
            context: context.clone(),
            body: None,
        })
    });
    Request::from_parts(parts.clone(), body)
}

/// The body, taken from where it waits when it is read. The last argument need not read it, and then another may.
struct Waiting {
    context: Arc<Context>,
    body: Option<Body>,
}

impl HttpBody for Waiting {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        task: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Waiting { context, body } = self.get_mut();
        let body = body.get_or_insert_with(|| context.take_body().unwrap_or_default());
        Pin::new(body).poll_frame(task)
    }
}
