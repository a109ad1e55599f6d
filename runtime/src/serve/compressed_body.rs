//! The body of an answer that may have been compressed.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::{Bytes, HttpBody};
use axum::http::Response;
use axum::http::header::CONTENT_ENCODING;
use http_body::{Frame, SizeHint};
use hyper::body::Buf;
use pin_project_lite::pin_project;
use tower_http::compression::CompressionBody;

pin_project! {
    /// The body of an answer that [`Compression`](super::Compression) looked at.
    ///
    /// What is compressed lies in a box: the state of that takes 6 kB, which every answer would else move from layer to
    /// layer, and every connection hold.
    pub struct CompressedBody<C: HttpBody> {
        #[pin]
        kind: Kind<C>,
    }
}

pin_project! {
    #[project = KindOf]
    enum Kind<C: HttpBody> {
        Plain { #[pin] body: C },
        Compressed { body: Pin<Box<CompressionBody<Given<C>>>> },
    }
}

pin_project! {
    /// A body as the application gave it.
    pub(super) struct Given<C> {
        // Until it goes on as it is.
        #[pin]
        body: Option<C>,
        is_encoded: bool,
    }
}

impl<C: HttpBody> CompressedBody<C> {
    /// The same answer, with a body that is small where it goes on as it is.
    pub(super) fn of(
        mut response: Response<CompressionBody<Given<C>>>,
    ) -> Response<CompressedBody<C>> {
        let has_encoding = response.headers().contains_key(CONTENT_ENCODING);
        let given = response.body_mut().get_mut();
        if let Some(body) = given.plain(has_encoding) {
            let kind = Kind::Plain { body };
            let mut plain = Response::new(CompressedBody { kind });
            // One by one: what they are moved out of is large.
            *plain.status_mut() = response.status();
            *plain.version_mut() = response.version();
            std::mem::swap(plain.headers_mut(), response.headers_mut());
            std::mem::swap(plain.extensions_mut(), response.extensions_mut());
            return plain;
        }
        response.map(|body| {
            let body = Box::pin(body);
            CompressedBody {
                kind: Kind::Compressed { body },
            }
        })
    }

    pub(super) fn is_compressed(&self) -> bool {
        matches!(self.kind, Kind::Compressed { .. })
    }
}

impl<C> Given<C> {
    /// `is_encoded` says whether the answer has a `Content-Encoding` of its own.
    pub(super) fn new(body: C, is_encoded: bool) -> Given<C> {
        Given {
            body: Some(body),
            is_encoded,
        }
    }

    /// The body, unless the answer has an encoding now and had none.
    fn plain(&mut self, has_encoding: bool) -> Option<C> {
        if has_encoding && !self.is_encoded {
            return None;
        }
        self.body.take()
    }
}

impl<C: HttpBody> fmt::Debug for CompressedBody<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            Kind::Plain { .. } => "CompressedBody(plain)",
            Kind::Compressed { .. } => "CompressedBody(compressed)",
        })
    }
}

impl<C> HttpBody for CompressedBody<C>
where
    C: HttpBody<Error: Into<BoxError>>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self.project().kind.project() {
            KindOf::Plain { body } => {
                let bytes = |mut data: C::Data| data.copy_to_bytes(data.remaining());
                let frame = body.poll_frame(context);
                frame.map(|frame| {
                    frame.map(|frame| frame.map(|it| it.map_data(bytes)).map_err(Into::into))
                })
            }
            KindOf::Compressed { body } => body.as_mut().poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Plain { body } => body.is_end_stream(),
            Kind::Compressed { body } => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Plain { body } => body.size_hint(),
            Kind::Compressed { body } => body.size_hint(),
        }
    }
}

impl<C: HttpBody> HttpBody for Given<C> {
    type Data = C::Data;
    type Error = C::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<C::Data>, C::Error>>> {
        match self.project().body.as_pin_mut() {
            Some(body) => body.poll_frame(context),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let body = self.body.as_ref();
        body.map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}
