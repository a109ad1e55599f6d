//! The body of an answer that may have been compressed.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::{Bytes, HttpBody};
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
        #[pin]
        pub(super) body: C,
        // Whether it had a `Content-Encoding` of its own.
        pub(super) is_encoded: bool,
    }
}

impl<C: HttpBody> CompressedBody<C> {
    pub(super) fn plain(body: CompressionBody<Given<C>>) -> CompressedBody<C> {
        let Given { body, .. } = body.into_inner();
        CompressedBody {
            kind: Kind::Plain { body },
        }
    }

    pub(super) fn compressed(body: CompressionBody<Given<C>>) -> CompressedBody<C> {
        let body = Box::pin(body);
        CompressedBody {
            kind: Kind::Compressed { body },
        }
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
        self.project().body.poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
