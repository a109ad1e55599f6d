//! A span for each request that a page answers, with the page's pattern, and never a value of the request.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use axum::http::Method;
use axum::response::Response;
use tracing::field::Empty;
use tracing::instrument::Instrumented;
use tracing::{Instrument, Span, info_span};

/// The span of a request that somebody listens to.
pub(super) struct Request {
    span: Span,
    start: Instant,
}

impl Request {
    /// Nothing, if nobody listens.
    pub(super) fn begin(method: &Method, pattern: &'static str) -> Option<Box<Request>> {
        let span = info_span!(
            "request",
            method = method.as_str(),
            pattern,
            status = Empty,
            milliseconds = Empty
        );
        let start = (!span.is_disabled()).then(Instant::now)?;
        Some(Box::new(Request { span, start }))
    }

    /// Writes down how it was answered.
    pub(super) fn end(&self, response: &Response) {
        let milliseconds = self.start.elapsed().as_secs_f64() * 1000.0;
        self.span.record("status", response.status().as_u16());
        self.span.record("milliseconds", milliseconds);
        tracing::debug!(parent: &self.span, "answered");
    }
}

/// Does this within the request's span.
pub(super) fn within<T>(trace: &Option<Box<Request>>, work: impl FnOnce() -> T) -> T {
    match trace {
        Some(trace) => trace.span.in_scope(work),
        None => work(),
    }
}

/// Does this within the request's span, each time that it goes on.
pub(super) fn follow<F: Future + Unpin>(trace: &Option<Box<Request>>, work: F) -> Followed<F> {
    match trace {
        Some(trace) => Followed::In(Box::new(work.instrument(trace.span.clone()))),
        None => Followed::Out(work),
    }
}

/// Work within a span, if somebody listens.
pub(super) enum Followed<F> {
    In(Box<Instrumented<F>>),
    Out(F),
}

impl<F: Future + Unpin> Future for Followed<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        match self.get_mut() {
            Followed::In(work) => Pin::new(&mut **work).poll(context),
            Followed::Out(work) => Pin::new(work).poll(context),
        }
    }
}
