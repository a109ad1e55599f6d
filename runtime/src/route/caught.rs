//! A page that panics answers 500, like one that fails.

use std::any::Any;
use std::fmt;
use std::future::ready;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::response::IntoResponse;

use super::called::Answer;
use super::routes::BoxFuture;
use crate::response::Exit;

/// Calls a page. Its panic ends it alone: what it held is dropped, and what others share with it is theirs to check, as
/// where a thread panics.
pub(super) fn caught<'r>(page: impl FnOnce() -> BoxFuture<'r>) -> Caught<'r> {
    let called = catch_unwind(AssertUnwindSafe(page));
    Caught(called.unwrap_or_else(|panic| Box::pin(ready(failed(&*panic)))))
}

/// A page whose panic is an answer.
pub(super) struct Caught<'r>(BoxFuture<'r>);

impl Future for Caught<'_> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answer> {
        let future = self.0.as_mut();
        catch_unwind(AssertUnwindSafe(|| future.poll(context)))
            .unwrap_or_else(|panic| Poll::Ready(failed(&*panic)))
    }
}

fn failed(panic: &(dyn Any + Send)) -> Answer {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    Answer::Response(Exit::from(Panicked(text.unwrap_or_default())).into_response())
}

/// A page panicked, with this message.
#[derive(Debug)]
struct Panicked(String);

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page panicked: {}", self.0)
    }
}

impl std::error::Error for Panicked {}
