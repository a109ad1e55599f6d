//! What an orchestrator asks: whether the program lives, and whether it wants requests.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

/// Answers an orchestrator's questions at paths of one's choice, before anything else sees them.
///
/// *Alive* is 200 as long as the program runs. *Ready* is 200, and 503 from the moment on that
/// [`ready`](Probes::ready) was told so: `isle::serve` does when it is asked to end, so that a load balancer sends
/// nothing more.
///
/// ```
/// use isle::serve::Probes;
///
/// let probes = Probes::new("/livez", "/readyz");
/// let app: axum::Router = axum::Router::new().layer(probes.clone());
/// probes.ready(false);
/// # let _ = app;
/// ```
#[derive(Clone, Debug)]
pub struct Probes {
    alive: &'static str,
    ready: &'static str,
    is_ready: Arc<AtomicBool>,
}

impl Probes {
    /// Is asked at these two paths.
    pub fn new(alive: &'static str, ready: &'static str) -> Probes {
        Probes {
            alive,
            ready,
            is_ready: Arc::new(AtomicBool::new(true)),
        }
    }

    /// Says whether the program wants requests. It does until told otherwise; a program that has to warm up says so
    /// before it serves.
    pub fn ready(&self, ready: bool) {
        self.is_ready.store(ready, Ordering::Relaxed);
    }

    fn answer(&self, request: &Request) -> Option<Response> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return None;
        }
        let path = request.uri().path();
        let well = if path == self.alive {
            true
        } else if path == self.ready {
            self.is_ready.load(Ordering::Relaxed)
        } else {
            return None;
        };
        let headers = [
            (
                CONTENT_TYPE,
                HeaderValue::from_static("text/plain; charset=utf-8"),
            ),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        Some(if well {
            (headers, "ok").into_response()
        } else {
            (StatusCode::SERVICE_UNAVAILABLE, headers, "not ready").into_response()
        })
    }
}

impl<T> Layer<T> for Probes {
    type Service = ProbesService<T>;

    fn layer(&self, app: T) -> ProbesService<T> {
        ProbesService {
            probes: Some(self.clone()),
            app,
        }
    }
}

/// An application with [`Probes`] in front.
#[derive(Clone, Debug)]
pub struct ProbesService<T> {
    probes: Option<Probes>,
    app: T,
}

impl<T> ProbesService<T> {
    /// With probes or without.
    pub(super) fn new(probes: Option<Probes>, app: T) -> ProbesService<T> {
        ProbesService { probes, app }
    }
}

impl<T> Service<Request> for ProbesService<T>
where
    T: Service<Request, Response = Response>,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Probed<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Probed<T::Future> {
        let answer = self
            .probes
            .as_ref()
            .and_then(|probes| probes.answer(&request));
        match answer {
            Some(answer) => Probed {
                app: None,
                answer: Some(answer),
            },
            None => Probed {
                app: Some(self.app.call(request)),
                answer: None,
            },
        }
    }
}

pin_project! {
    /// What [`ProbesService`] answers.
    #[derive(Debug)]
    pub struct Probed<F> {
        #[pin]
        app: Option<F>,
        answer: Option<Response>,
    }
}

impl<F, E> Future for Probed<F>
where
    F: Future<Output = Result<Response, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        match this.app.as_pin_mut() {
            Some(app) => app.poll(context),
            None => Poll::Ready(Ok(this.answer.take().unwrap_or_default())),
        }
    }
}
