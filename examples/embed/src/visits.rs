//! Middleware: a count of all requests, and a door for the staff.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// How often anything was asked for. A clone is the same count.
#[derive(Clone, Default)]
pub(crate) struct Visits(Arc<AtomicU64>);

impl Visits {
    pub(crate) fn so_far(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Counts a request, and tells its answer which one it was.
pub(crate) async fn count(State(visits): State<Visits>, request: Request, next: Next) -> Response {
    let number = visits.0.fetch_add(1, Ordering::Relaxed) + 1;
    let mut answer = next.run(request).await;
    answer.headers_mut().insert("visit", number.into());
    answer
}

/// Lets those through who say that they are staff. (A real application asks for more than that.)
pub(crate) async fn staff_only(request: Request, next: Next) -> Response {
    if request
        .headers()
        .get("staff")
        .is_some_and(|staff| staff == "yes")
    {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}
