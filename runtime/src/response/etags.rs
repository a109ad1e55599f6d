//! Entity tags for answers that are made on demand.

use std::hash::{DefaultHasher, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;
use tower_layer::Layer;
use tower_service::Service;

use super::tag_list::{holds, weakly};

/// Gives answers to GET and HEAD an `ETag`, and answers 304 where the browser has the same already.
///
/// The page is made each time; what is saved is its way to the browser. The tag is a hash of the body, the same in every
/// process. What has a tag of its own keeps it, and is answered with 304 by it too. No tag gets what is not a 200, what
/// says `no-store`, what comes bit by bit, and what is longer than 4 MiB.
///
/// ```
/// use isle::prelude::*;
/// use isle::response::ETags;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Home</h1> }
/// }
///
/// let app: axum::Router = isle::router![home].layer(ETags::strong());
/// # let _ = app;
/// ```
///
/// An endpoint that answers HEAD by itself is asked with GET, so that both have the same tag. See RFC 9110, sections
/// 8.8.3 and 13.1.2.
#[derive(Clone, Copy, Debug)]
pub struct ETags {
    weak: bool,
}

/// What is longer is not held in memory to be hashed.
const LONGEST: u64 = 4 << 20;

impl ETags {
    /// The same tag is the same bytes.
    pub const fn strong() -> ETags {
        ETags { weak: false }
    }

    /// The same tag means the same: `W/"…"`.
    pub const fn weak() -> ETags {
        ETags { weak: true }
    }

    fn tag(self, body: &[u8]) -> HeaderValue {
        // Two hashes of 64 bits that have nothing in common but the body.
        let half = |start: u8| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(start);
            hasher.write(body);
            hasher.finish()
        };
        let weak = if self.weak { "W/" } else { "" };
        let tag = format!("{weak}\"{:016x}{:016x}\"", half(0), half(1));
        HeaderValue::try_from(tag).expect("it is ASCII")
    }
}

impl<T> Layer<T> for ETags {
    type Service = ETagsService<T>;

    fn layer(&self, app: T) -> ETagsService<T> {
        ETagsService { tags: *self, app }
    }
}

/// An application with [`ETags`] around it.
#[derive(Clone, Debug)]
pub struct ETagsService<T> {
    tags: ETags,
    app: T,
}

impl<T> Service<Request> for ETagsService<T>
where
    T: Service<Request, Response = Response>,
    T::Future: Send + 'static,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, T::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let head = request.method() == Method::HEAD;
        if !head && request.method() != Method::GET {
            return Box::pin(self.app.call(request));
        }
        *request.method_mut() = Method::GET;
        let known: Vec<HeaderValue> = request
            .headers()
            .get_all(IF_NONE_MATCH)
            .iter()
            .cloned()
            .collect();
        let (tags, answer) = (self.tags, self.app.call(request));
        Box::pin(async move {
            let answer = answer.await?;
            let mut response = tagged(answer, tags).await;
            if response.status() == StatusCode::OK
                && let Some(tag) = response.headers().get(ETAG)
                && known
                    .iter()
                    .any(|list| holds(list.as_bytes(), tag.as_bytes(), weakly))
            {
                not_modified(&mut response);
            } else if head {
                without_body(&mut response);
            }
            Ok(response)
        })
    }
}

/// The answer with a tag, if it can have one.
async fn tagged(response: Response, tags: ETags) -> Response {
    let headers = response.headers();
    let no_store = headers
        .get_all(CACHE_CONTROL)
        .iter()
        .any(|control| control.to_str().is_ok_and(|text| text.contains("no-store")));
    let short = response
        .body()
        .size_hint()
        .exact()
        .is_some_and(|length| length <= LONGEST);
    if response.status() != StatusCode::OK || headers.contains_key(ETAG) || no_store || !short {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            parts.headers.insert(ETAG, tags.tag(&bytes));
            Response::from_parts(parts, Body::from(bytes))
        }
        Err(error) => {
            // The connection is cut, as it would have been without the tag.
            Response::from_parts(parts, Body::new(End(Some(error))))
        }
    }
}

/// A body that ends at once, perhaps because it could not be read. It does not say that its length is nothing, which axum
/// would send as a `Content-Length`.
struct End(Option<axum::Error>);

impl HttpBody for End {
    type Data = axum::body::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Self::Data>, axum::Error>>> {
        Poll::Ready(self.0.take().map(Err))
    }
}

/// What a 304 says of the answer: nothing that describes a body (RFC 9110, section 15.4.5).
fn not_modified(response: &mut Response) {
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    *response.body_mut() = Body::new(End(None));
    remove(
        response.headers_mut(),
        &[CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING],
    );
}

fn remove(headers: &mut HeaderMap, names: &[HeaderName]) {
    for name in names {
        headers.remove(name);
    }
}

fn without_body(response: &mut Response) {
    if let Some(length) = response.body().size_hint().exact() {
        response.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    *response.body_mut() = Body::empty();
}

#[cfg(test)]
mod tests {
    use super::ETags;

    #[test]
    fn the_tag_is_of_the_body_alone() {
        let tag = ETags::strong().tag(b"body");
        assert_eq!(tag, ETags::strong().tag(b"body"));
        assert_ne!(tag, ETags::strong().tag(b"bodY"));
        assert_eq!(tag.len(), 34);
        let weak = ETags::weak().tag(b"body");
        assert_eq!(weak.as_bytes(), [b"W/", tag.as_bytes()].concat());
    }
}
