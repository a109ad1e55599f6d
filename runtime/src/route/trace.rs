//! A span for each request that a page answers, with the page's pattern, and never a value of the request.

use std::time::Instant;

use axum::http::Method;
use axum::response::Response;
use tracing::field::Empty;
use tracing::{Span, info_span};

/// A request that is being answered.
pub(super) struct Request {
    span: Span,
    /// Nobody asks for the time where nobody listens.
    start: Option<Instant>,
}

impl Request {
    pub(super) fn begin(method: &Method, pattern: &'static str) -> Request {
        let span = info_span!(
            "request",
            method = method.as_str(),
            pattern,
            status = Empty,
            milliseconds = Empty
        );
        let start = (!span.is_disabled()).then(Instant::now);
        Request { span, start }
    }

    pub(super) fn span(&self) -> Span {
        self.span.clone()
    }

    pub(super) fn end(self, response: &Response) {
        if let Some(start) = self.start {
            self.span.record("status", response.status().as_u16());
            self.span
                .record("milliseconds", start.elapsed().as_secs_f64() * 1000.0);
            tracing::debug!(parent: &self.span, "answered");
        }
    }
}
