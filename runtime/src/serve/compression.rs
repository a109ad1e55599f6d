//! Compressed answers, brotli or gzip, as the browser likes.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::HttpBody;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY,
};
use axum::http::{
    Extensions, HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Version,
};
use pin_project_lite::pin_project;
use tower_http::compression;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};
use tower_layer::Layer;
use tower_service::Service;

use super::compressed_body::{CompressedBody, Given};

/// Answers of fewer bytes are not worth it: most fit into one packet either way.
const SMALLEST: u64 = 512;

/// Compresses answers with brotli or gzip, as the request accepts it.
///
/// It is `tower_http`'s compression, with what HTTP asks for around it. Left alone are short answers, what is
/// compressed by its nature (photographs, films, archives, fonts), what has a `Content-Encoding` already, and what says
/// `no-transform`. A body that comes bit by bit is passed on bit by bit: when it pauses, what was compressed until then
/// is sent. An answer with a strong `ETag` gets a weak one, since its bytes differ by encoding (RFC 9110, section
/// 8.8.3.3).
///
/// ```
/// use isle::serve::Compression;
///
/// let app: axum::Router = axum::Router::new().layer(Compression);
/// # let _ = app;
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Compression;

type Worth = And<SizeAbove, fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool>;

impl<T> Layer<T> for Compression {
    type Service = CompressionService<T>;

    fn layer(&self, app: T) -> CompressionService<T> {
        let worth = SizeAbove::new(SMALLEST).and(is_compressible as fn(_, _, &_, &_) -> _);
        let app = compression::Compression::new(Marking { app }).compress_when(worth);
        CompressionService { app }
    }
}

fn is_compressible(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let kind = kind
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    let kind = kind.trim().to_ascii_lowercase();
    let dense = match kind.split_once('/') {
        Some(("image", name)) => {
            !matches!(name, "svg+xml" | "bmp" | "x-icon" | "vnd.microsoft.icon")
        }
        Some(("audio" | "video", _)) => true,
        Some(("font", name)) => name.starts_with("woff"),
        Some(("text", "event-stream")) => true,
        Some(("application", name)) => {
            let archives = [
                "zip",
                "gzip",
                "x-7z-compressed",
                "x-bzip2",
                "x-xz",
                "zstd",
                "pdf",
            ];
            archives.contains(&name) || name.starts_with("grpc") || name.starts_with("font-woff")
        }
        _ => kind.is_empty(),
    };
    let mut control = headers.get_all(CACHE_CONTROL).iter();
    !dense && !control.any(|it| it.to_str().is_ok_and(|it| it.contains("no-transform")))
}

/// Notes which answers have an encoding of their own, and what HEAD says of their length.
#[derive(Clone, Debug)]
struct Marking<T> {
    app: T,
}

impl<T, B, C> Service<Request<B>> for Marking<T>
where
    T: Service<Request<B>, Response = Response<C>>,
    C: HttpBody,
{
    type Response = Response<Given<C>>;
    type Error = T::Error;
    type Future = Marked<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Marked<T::Future> {
        let head =
            request.method() == Method::HEAD && request.headers().contains_key(ACCEPT_ENCODING);
        Marked {
            head,
            answer: self.app.call(request),
        }
    }
}

pin_project! {
    #[derive(Debug)]
    struct Marked<F> {
        head: bool,
        #[pin]
        answer: F,
    }
}

impl<F, C, E> Future for Marked<F>
where
    F: Future<Output = Result<Response<C>, E>>,
{
    type Output = Result<Response<Given<C>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let mut response = ready!(this.answer.poll(context))?;
        let is_encoded = response.headers().contains_key(CONTENT_ENCODING);
        if *this.head && !is_encoded {
            say_no_length(&mut response);
        }
        Poll::Ready(Ok(response.map(|body| Given::new(body, is_encoded))))
    }
}

/// The answer to GET would have another length: HEAD may leave it out, and must not say another
/// (RFC 9110, section 8.6).
fn say_no_length<C>(response: &mut Response<C>) {
    let headers = response.headers_mut();
    let length = headers.get(CONTENT_LENGTH).and_then(|it| it.to_str().ok());
    let long = length
        .and_then(|it| it.parse().ok())
        .is_some_and(|length: u64| length >= SMALLEST);
    if long
        && is_compressible(
            StatusCode::OK,
            Version::HTTP_11,
            headers,
            &Extensions::new(),
        )
    {
        headers.remove(CONTENT_LENGTH);
        headers.append(VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// An application with [`Compression`] around it.
#[derive(Clone)]
pub struct CompressionService<T> {
    app: compression::Compression<Marking<T>, Worth>,
}

impl<T> std::fmt::Debug for CompressionService<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CompressionService")
    }
}

impl<T, B, C> Service<Request<B>> for CompressionService<T>
where
    T: Service<Request<B>, Response = Response<C>>,
    C: HttpBody,
{
    type Response = Response<CompressedBody<C>>;
    type Error = T::Error;
    type Future = Compressed<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Compressed<T::Future> {
        Compressed {
            answer: self.app.call(request),
        }
    }
}

pin_project! {
    /// What [`CompressionService`] answers.
    pub struct Compressed<F> {
        #[pin]
        answer: compression::ResponseFuture<Marked<F>, Worth>,
    }
}

impl<F> std::fmt::Debug for Compressed<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Compressed")
    }
}

impl<F, C, E> Future for Compressed<F>
where
    F: Future<Output = Result<Response<C>, E>>,
    C: HttpBody,
{
    type Output = Result<Response<CompressedBody<C>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(self.project().answer.poll(context))?;
        let mut response = CompressedBody::of(response);
        if response.body().is_compressed() {
            weaken(response.headers_mut());
        }
        Poll::Ready(Ok(response))
    }
}

fn weaken(headers: &mut HeaderMap) {
    let strong = headers
        .get(ETAG)
        .filter(|tag| tag.as_bytes().starts_with(b"\""));
    let weak =
        strong.and_then(|tag| HeaderValue::from_bytes(&[b"W/", tag.as_bytes()].concat()).ok());
    if let Some(weak) = weak {
        headers.insert(ETAG, weak);
    }
}
