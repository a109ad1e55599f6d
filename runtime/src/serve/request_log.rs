//! A line in the log for each request.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use axum::http::{Method, Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;
use tracing::Level;

use crate::route::MatchedPattern;

/// Writes a line for each request, when its answer begins: an event of `tracing` at the level `info` with the target
/// `isle::requests`. It says the method, the status, the milliseconds, and the pattern of the page where it was one of
/// isle's, never what the visitor wrote: paths and queries hold names and tokens.
///
/// ```
/// use isle::serve::RequestLog;
///
/// let app: axum::Router = axum::Router::new().layer(RequestLog);
/// # let _ = app;
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestLog;

const TARGET: &str = "isle::requests";

impl<T> Layer<T> for RequestLog {
    type Service = LogService<T>;

    fn layer(&self, app: T) -> LogService<T> {
        LogService { app }
    }
}

/// An application with [`RequestLog`] around it.
#[derive(Clone, Debug)]
pub struct LogService<T> {
    app: T,
}

impl<T, B, C> Service<Request<B>> for LogService<T>
where
    T: Service<Request<B>, Response = Response<C>>,
{
    type Response = Response<C>;
    type Error = T::Error;
    type Future = Logged<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Logged<T::Future> {
        Logged {
            began: tracing::enabled!(target: TARGET, Level::INFO)
                .then(|| (request.method().clone(), Instant::now())),
            answer: self.app.call(request),
        }
    }
}

pin_project! {
    /// What [`LogService`] answers.
    #[derive(Debug)]
    pub struct Logged<F> {
        // Where somebody listens: the method, and when the request came.
        began: Option<(Method, Instant)>,
        #[pin]
        answer: F,
    }
}

impl<F, C, E> Future for Logged<F>
where
    F: Future<Output = Result<Response<C>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let answer = ready!(this.answer.poll(context));
        if let (Ok(response), Some((method, start))) = (&answer, this.began) {
            let pattern = response.extensions().get().map(MatchedPattern::as_str);
            tracing::info!(
                target: TARGET,
                method = method.as_str(),
                pattern,
                status = response.status().as_u16(),
                milliseconds = start.elapsed().as_secs_f64() * 1000.0,
                "answered"
            );
        }
        Poll::Ready(answer)
    }
}
