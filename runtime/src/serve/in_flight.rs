//! A request from its call to the last byte of its answer.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use pin_project_lite::pin_project;

use super::activity::Activity;

/// A request under way, noted in its connection's activity until this is dropped.
#[derive(Debug)]
pub(super) struct InFlight {
    activity: Arc<Activity>,
    /// Whether a part of the answer was handed out, and the next not asked for.
    waiting: bool,
}

impl InFlight {
    pub(super) fn begin(activity: Arc<Activity>) -> InFlight {
        activity.request_began();
        InFlight {
            activity,
            waiting: false,
        }
    }

    fn handed_out(&mut self, out: bool) {
        if self.waiting != out {
            self.waiting = out;
            self.activity.handed_out(out);
        }
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.handed_out(false);
        self.activity.request_ended();
    }
}

pin_project! {
    /// The body of an answer, with its request.
    #[derive(Debug)]
    pub(super) struct Tracked<B> {
        #[pin]
        body: B,
        in_flight: InFlight,
    }
}

impl<B> Tracked<B> {
    pub(super) fn new(body: B, in_flight: InFlight) -> Tracked<B> {
        Tracked { body, in_flight }
    }
}

impl<B: HttpBody<Data = Bytes>> HttpBody for Tracked<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = self.project();
        this.in_flight.handed_out(false);
        let frame = this.body.poll_frame(context);
        if matches!(frame, Poll::Ready(Some(Ok(_)))) {
            this.in_flight.handed_out(true);
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
