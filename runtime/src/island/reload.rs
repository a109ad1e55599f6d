//! Live reload, in debug builds: a page that is open reloads when the program that rendered it was built and started again.
//!
//! Each page loads a script whose address holds the id of this process. The script listens to the events of whichever
//! process answers, whose first and only event is its id: another one means a new program.

use std::pin::Pin;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http_body::Frame;
use tokio::time::{Sleep, sleep};

use crate::route::Site;

/// This process.
static BOOT: LazyLock<String> = LazyLock::new(|| {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    format!("{:x}", now.unwrap_or_default().as_nanos())
});

/// How long one answer listens: a server that waits for running answers before it ends waits no longer for this one.
const PATIENCE: Duration = Duration::from_secs(5);

/// The tag that a page gets.
pub(crate) fn tag(site: &Site) -> String {
    let Site { base, files, .. } = site;
    let boot = &*BOOT;
    format!("<script type=\"module\" async src=\"{base}{files}/reload.js?{boot}\"></script>")
}

/// The routes of the script and of its events.
pub(crate) fn router<S: Clone + Send + Sync + 'static>(site: &Site) -> Router<S> {
    let Site { base, files, .. } = site;
    let script = || async {
        answer(
            "text/javascript; charset=utf-8",
            Body::from(include_str!("client/reload.js")),
        )
    };
    let events = || async { answer("text/event-stream", Body::new(Events::new())) };
    Router::new()
        .route(&format!("{base}{files}/reload.js"), get(script))
        .route(&format!("{base}{files}/reload"), get(events))
}

fn answer(kind: &'static str, body: Body) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")], body).into_response()
}

/// The answers that listen, and whether the server ends.
static LISTENING: Mutex<(Vec<Waker>, bool)> = Mutex::new((Vec::new(), false));

/// Ends all answers that listen: the server ends.
#[cfg_attr(
    not(feature = "serve"),
    expect(dead_code, reason = "the standalone server calls it")
)]
pub(crate) fn end() {
    let mut listening = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
    listening.1 = true;
    listening.0.drain(..).for_each(Waker::wake);
}

/// The id of this process, and then nothing until the server ends.
struct Events {
    told: bool,
    patience: Pin<Box<Sleep>>,
}

impl Events {
    fn new() -> Self {
        Self {
            told: false,
            patience: Box::pin(sleep(PATIENCE)),
        }
    }
}

impl HttpBody for Events {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if !std::mem::replace(&mut self.told, true) {
            let event = format!("data: {}\n\n", *BOOT);
            return Poll::Ready(Some(Ok(Frame::data(Bytes::from(event)))));
        }
        let mut listening = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        if listening.1 || self.patience.as_mut().poll(context).is_ready() {
            return Poll::Ready(None);
        }
        listening
            .0
            .retain(|waker| !waker.will_wake(context.waker()));
        listening.0.push(context.waker().clone());
        Poll::Pending
    }
}
