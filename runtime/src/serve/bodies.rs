//! Limits on the bodies of requests.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::{error, fmt};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};
use pin_project_lite::pin_project;
use tokio::time::{Instant, Sleep, sleep_until};
use tower_layer::Layer;
use tower_service::Service;

use super::limits::Limits;

/// Limits how long the body of a request may be, and how long the server waits for it.
///
/// A request that says that its body is too long is answered with 413 before it reaches the application. Where the
/// length is not said, the bytes are counted: reading fails, and what the application answers to that becomes 413, or
/// 408 where the body took too long.
///
/// ```
/// use isle::serve::{Limits, RequestBodies};
///
/// let app: axum::Router = axum::Router::new().layer(RequestBodies::new(&Limits::default()));
/// # let _ = app;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RequestBodies {
    bytes: u64,
    time: Duration,
    /// How much longer each byte makes the time.
    per_byte: Duration,
}

impl RequestBodies {
    /// The limits on bodies among these.
    pub fn new(limits: &Limits) -> RequestBodies {
        RequestBodies {
            bytes: limits.body_bytes,
            time: limits.body,
            per_byte: Duration::from_secs(1) / limits.body_rate.max(1),
        }
    }
}

impl<T> Layer<T> for RequestBodies {
    type Service = BodiesService<T>;

    fn layer(&self, app: T) -> BodiesService<T> {
        BodiesService { limits: *self, app }
    }
}

/// An application with [`RequestBodies`] around it.
#[derive(Clone, Debug)]
pub struct BodiesService<T> {
    limits: RequestBodies,
    app: T,
}

impl<T> Service<Request> for BodiesService<T>
where
    T: Service<Request, Response = Response>,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Limited<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Limited<T::Future> {
        if request.body().is_end_stream() {
            return Limited::calling(self.app.call(request), None);
        }
        if said_length(&request).is_some_and(|length| length > self.limits.bytes) {
            return Limited::refused();
        }
        let end = Arc::new(AtomicU8::new(0));
        let limits = self.limits;
        let request = request.map(|body| Body::new(Counted::new(body, limits, end.clone())));
        Limited::calling(self.app.call(request), Some(end))
    }
}

fn said_length(request: &Request) -> Option<u64> {
    let length = request.headers().get(CONTENT_LENGTH)?;
    length.to_str().ok()?.trim().parse().ok()
}

pin_project! {
    /// What [`BodiesService`] answers.
    #[derive(Debug)]
    pub struct Limited<F> {
        #[pin]
        answer: Option<F>,
        // What became of the body, where there is one.
        end: Option<Arc<AtomicU8>>,
    }
}

impl<F> Limited<F> {
    fn calling(answer: F, end: Option<Arc<AtomicU8>>) -> Limited<F> {
        Limited {
            answer: Some(answer),
            end,
        }
    }

    fn refused() -> Limited<F> {
        Limited {
            answer: None,
            end: None,
        }
    }
}

impl<F, E> Future for Limited<F>
where
    F: Future<Output = Result<Response, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let Some(answer) = this.answer.as_pin_mut() else {
            return Poll::Ready(Ok(refusal(StatusCode::PAYLOAD_TOO_LARGE)));
        };
        let response = ready!(answer.poll(context))?;
        let end = this.end.as_ref().and_then(|end| Exceeded::load(end));
        let status = response.status();
        // An application that knows what to do with half a body has its say.
        let failed = status.is_client_error() || status.is_server_error();
        Poll::Ready(Ok(match end {
            Some(exceeded) if failed => refusal(exceeded.status()),
            _ => response,
        }))
    }
}

fn refusal(status: StatusCode) -> Response {
    let text = status.canonical_reason().unwrap_or_default();
    (status, text).into_response()
}

/// A body went beyond a limit: the error of reading it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exceeded {
    /// It is too long.
    Length,
    /// It took too long.
    Time,
}

impl Exceeded {
    fn load(end: &AtomicU8) -> Option<Exceeded> {
        match end.load(Ordering::Relaxed) {
            1 => Some(Exceeded::Length),
            2 => Some(Exceeded::Time),
            _ => None,
        }
    }

    fn store(self, end: &AtomicU8) {
        let number = match self {
            Exceeded::Length => 1,
            Exceeded::Time => 2,
        };
        end.store(number, Ordering::Relaxed);
    }

    fn status(self) -> StatusCode {
        match self {
            Exceeded::Length => StatusCode::PAYLOAD_TOO_LARGE,
            Exceeded::Time => StatusCode::REQUEST_TIMEOUT,
        }
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Exceeded::Length => "the body of the request is longer than the limit",
            Exceeded::Time => "the body of the request took longer than the limit",
        })
    }
}

impl error::Error for Exceeded {}

pin_project! {
    /// The body of a request, counted and timed. Only waiting for it takes its time.
    struct Counted {
        #[pin]
        body: Body,
        limits: RequestBodies,
        received: u64,
        waited: Duration,
        since: Option<Instant>,
        #[pin]
        alarm: Option<Sleep>,
        end: Arc<AtomicU8>,
    }
}

impl Counted {
    fn new(body: Body, limits: RequestBodies, end: Arc<AtomicU8>) -> Counted {
        Counted {
            body,
            limits,
            received: 0,
            waited: Duration::ZERO,
            since: None,
            alarm: None,
            end,
        }
    }
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        let mut this = self.project();
        let exceeded = |end: &AtomicU8, exceeded: Exceeded| {
            exceeded.store(end);
            Poll::Ready(Some(Err(exceeded.into())))
        };
        if let Some(before) = Exceeded::load(this.end) {
            return exceeded(this.end, before);
        }
        let Poll::Ready(frame) = this.body.poll_frame(context) else {
            let now = Instant::now();
            if this.since.is_none() {
                *this.since = Some(now);
                let earned = this
                    .limits
                    .per_byte
                    .saturating_mul(u32::try_from(*this.received).unwrap_or(u32::MAX));
                let left = (this.limits.time + earned).saturating_sub(*this.waited);
                this.alarm.set(Some(sleep_until(now + left)));
            }
            if let Some(alarm) = this.alarm.as_mut().as_pin_mut() {
                ready!(alarm.poll(context));
            }
            return exceeded(this.end, Exceeded::Time);
        };
        if let Some(since) = this.since.take() {
            *this.waited += since.elapsed();
            this.alarm.set(None);
        }
        if let Some(Ok(frame)) = &frame {
            *this.received += frame.data_ref().map_or(0, |data| data.len() as u64);
            if *this.received > this.limits.bytes {
                return exceeded(this.end, Exceeded::Length);
            }
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
