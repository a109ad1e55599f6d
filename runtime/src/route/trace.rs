//! A span for each request that a page answers, with the page's pattern, and never a value of the request.

use std::time::Instant;

use axum::http::Method;
use axum::response::Response;
use tracing::field::Empty;
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

    /// Answers within the span, and writes down with which status and how fast.
    pub(super) async fn follow(
        self: Box<Request>,
        work: impl Future<Output = Response>,
    ) -> Response {
        let response = work.instrument(self.span.clone()).await;
        self.end(&response);
        response
    }

    /// Writes down how it was answered.
    pub(super) fn end(&self, response: &Response) {
        let milliseconds = self.start.elapsed().as_secs_f64() * 1000.0;
        self.span.record("status", response.status().as_u16());
        self.span.record("milliseconds", milliseconds);
        tracing::debug!(parent: &self.span, "answered");
    }
}
