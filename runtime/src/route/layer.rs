//! The canonical path as a layer around a whole application.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::canonical::{NoPath, canonical};
use super::default_page;

/// Gives every request one canonical path before anything looks at it: a check in front of the pages can't be walked
/// round by another spelling of the path.
///
/// - A path that none may be is answered with 400: a bad escape, bad UTF-8, a control character or backslash, escaped
///   or not, and a dot segment.
/// - A path with an empty segment, `//`, is answered with 404.
/// - Any other spelling, such as `/%61bout`, is replaced by the canonical one. Isle's pages then redirect to it; other
///   routes answer it as if it had been asked for.
///
/// It must stand around the router, since a layer *of* the router runs after the path was matched.
/// `isle::serve` adds it. Slashes at the end are left to the pages, whose site decides.
///
/// ```
/// use axum::ServiceExt;
/// use axum::extract::Request;
/// use isle::Canonical;
///
/// let app: axum::Router = axum::Router::new();
/// let app = ServiceExt::<Request>::into_make_service(Canonical.layer(app));
/// // axum::serve(listener, app).await
/// # let _ = app;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Canonical;

/// An application with [`Canonical`] around it.
#[derive(Debug, Clone, Copy)]
pub struct CanonicalService<T> {
    app: T,
}

/// The path of a request was another before, and the page that it leads to must say so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Respelled;

impl Canonical {
    /// Puts it around an application.
    pub fn layer<T>(&self, app: T) -> CanonicalService<T> {
        CanonicalService { app }
    }
}

impl<T> Layer<T> for Canonical {
    type Service = CanonicalService<T>;

    fn layer(&self, app: T) -> CanonicalService<T> {
        CanonicalService { app }
    }
}

impl<T, B> Service<Request<B>> for CanonicalService<T>
where
    T: Service<Request<B>, Response = Response>,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Answer<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Answer<T::Future> {
        match respell(&mut request) {
            Ok(()) => Answer {
                app: Some(self.app.call(request)),
                refused: None,
            },
            Err(refused) => Answer {
                app: None,
                refused: Some(refusal(refused)),
            },
        }
    }
}

pin_project! {
    /// What [`CanonicalService`] answers.
    pub struct Answer<F> {
        #[pin]
        app: Option<F>,
        refused: Option<Response>,
    }
}

impl<F, E> Future for Answer<F>
where
    F: Future<Output = Result<Response, E>>,
{
    type Output = Result<Response, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<Response, E>> {
        let this = self.project();
        match this.app.as_pin_mut() {
            Some(app) => app.poll(context),
            None => Poll::Ready(Ok(this.refused.take().unwrap_or_default())),
        }
    }
}

impl<F> std::fmt::Debug for Answer<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer")
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}

/// Replaces the request's path by its canonical spelling, or says with which status it is refused.
fn respell<B>(request: &mut Request<B>) -> Result<(), StatusCode> {
    let uri = request.uri();
    let spelled = match canonical(uri.path()) {
        Ok(spelled) => spelled,
        Err(NoPath::Bad) => return Err(StatusCode::BAD_REQUEST),
        Err(NoPath::EmptySegment) => return Err(StatusCode::NOT_FOUND),
    };
    if spelled == uri.path() {
        return Ok(());
    }
    let query = uri.query().map(|query| format!("?{query}"));
    let target = format!("{spelled}{}", query.unwrap_or_default());
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = PathAndQuery::try_from(target).ok();
    *request.uri_mut() = Uri::from_parts(parts).map_err(|_| StatusCode::BAD_REQUEST)?;
    request.extensions_mut().insert(Respelled);
    Ok(())
}

fn refusal(status: StatusCode) -> Response {
    match status {
        StatusCode::NOT_FOUND => default_page::response(status, ""),
        _ => (status, "Bad Request").into_response(),
    }
}
