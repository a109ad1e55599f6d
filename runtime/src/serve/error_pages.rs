//! What a browser sees where an application answered nothing to see.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HOST};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::response::Response;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::route::{MatchedPattern, default_page};

/// Answers with a page where the application panicked, or answered an error with an empty body.
///
/// isle's pages do so by themselves; this is for the rest of an application. Where there is a page `/500`, a panic is
/// answered with it: the application is asked for it, as if the browser had. Else, and for other statuses, it is a plain
/// page that says what the status means. A client that does not ask for `text/html` gets the status alone.
///
/// ```
/// use isle::serve::ErrorPages;
///
/// let app: axum::Router = axum::Router::new().layer(ErrorPages::new());
/// let below: axum::Router = axum::Router::new().layer(ErrorPages::with_page("/docs/500"));
/// # let _ = (app, below);
/// ```
#[derive(Clone, Debug)]
pub struct ErrorPages {
    failed: Uri,
}

impl Default for ErrorPages {
    fn default() -> ErrorPages {
        ErrorPages::new()
    }
}

impl ErrorPages {
    /// With the page at `/500`, if there is one.
    pub fn new() -> ErrorPages {
        ErrorPages::with_page("/500")
    }

    /// With the page at this path, that of a site with a base path for example.
    ///
    /// # Panics
    ///
    /// If it is no path.
    pub fn with_page(path: &'static str) -> ErrorPages {
        assert!(path.starts_with('/'), "{path:?} is no path");
        ErrorPages {
            failed: Uri::from_static(path),
        }
    }
}

impl<T> Layer<T> for ErrorPages {
    type Service = ErrorPagesService<T>;

    fn layer(&self, app: T) -> ErrorPagesService<T> {
        ErrorPagesService {
            failed: self.failed.clone(),
            app,
        }
    }
}

/// An application with [`ErrorPages`] around it.
#[derive(Clone, Debug)]
pub struct ErrorPagesService<T> {
    failed: Uri,
    app: T,
}

impl<T> Service<Request> for ErrorPagesService<T>
where
    T: Service<Request, Response = Response> + Clone + Send + 'static,
    T::Future: Send,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Shown<T>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Shown<T> {
        let way = sees_html(&request).then(|| Way {
            app: self.app.clone(),
            failed: self.failed.clone(),
            host: host(&request),
        });
        let (answer, panic) = match catch_unwind(AssertUnwindSafe(|| self.app.call(request))) {
            Ok(answer) => (Some(answer), None),
            Err(panic) => (None, Some(panic)),
        };
        Shown {
            answer,
            panic,
            way,
            page: None,
        }
    }
}

/// The way to the site's own page, for whoever sees one.
struct Way<T> {
    app: T,
    failed: Uri,
    host: Option<HeaderValue>,
}

pin_project! {
    /// What [`ErrorPagesService`] answers.
    pub struct Shown<T: Service<Request>> {
        #[pin]
        answer: Option<T::Future>,
        // Where the application did not come to answer.
        panic: Option<Panic>,
        way: Option<Way<T>>,
        page: Option<Pin<Box<dyn Future<Output = Response> + Send>>>,
    }
}

impl<T> Future for Shown<T>
where
    T: Service<Request, Response = Response> + Send + 'static,
    T::Future: Send,
{
    type Output = Result<Response, T::Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        if let Some(page) = this.page {
            return page.as_mut().poll(context).map(Ok);
        }
        let answer = match this.answer.as_mut().as_pin_mut() {
            Some(answer) => catch_unwind(AssertUnwindSafe(|| answer.poll(context))),
            None => Err(this.panic.take().unwrap_or_else(|| Box::new(()))),
        };
        let response = match answer {
            Ok(answer) => ready!(answer)?,
            Err(panic) => {
                tracing::error!(panic = text(&*panic), "a handler panicked");
                empty(StatusCode::INTERNAL_SERVER_ERROR)
            }
        };
        this.answer.set(None);
        let way = this.way.take().filter(|_| shows_nothing(&response));
        let Some(Way { app, failed, host }) = way else {
            return Poll::Ready(Ok(response));
        };
        if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
            return Poll::Ready(Ok(merged(response, None)));
        }
        let page = this.page.insert(Box::pin(async move {
            let shown = sites_own(app, failed, host).await;
            merged(response, shown)
        }));
        page.as_mut().poll(context).map(Ok)
    }
}

impl<T: Service<Request>> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown")
    }
}

fn sees_html(request: &Request) -> bool {
    let accepts = |accept: &HeaderValue| accept.to_str().is_ok_and(|it| it.contains("text/html"));
    request.method() != Method::HEAD && request.headers().get_all(ACCEPT).iter().any(accepts)
}

/// The host that was asked for; HTTP/2 has it in the target.
fn host(request: &Request) -> Option<HeaderValue> {
    let header = request.headers().get(HOST).cloned();
    header.or_else(|| HeaderValue::try_from(request.uri().authority()?.as_str()).ok())
}

/// Whether it is an error that nobody gave a body to. What isle's router answered stays.
fn shows_nothing(response: &Response) -> bool {
    let status = response.status();
    (status.is_client_error() || status.is_server_error())
        && response.body().size_hint().exact() == Some(0)
        && response.extensions().get::<MatchedPattern>().is_none()
}

/// The site's page for what failed.
async fn sites_own<T>(mut app: T, path: Uri, host: Option<HeaderValue>) -> Option<Response>
where
    T: Service<Request, Response = Response>,
{
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = path;
    if let Some(host) = host {
        request.headers_mut().insert(HOST, host);
    }
    let html = HeaderValue::from_static("text/html");
    request.headers_mut().insert(ACCEPT, html);
    let ready = std::future::poll_fn(|context| app.poll_ready(context));
    ready.await.ok()?;
    let response = caught(move || app.call(request)).await.ok()?.ok()?;
    // The page has its status when it is asked for; what else answers at this path is no error page.
    let is_page = response.status() == StatusCode::INTERNAL_SERVER_ERROR
        && response.extensions().get::<MatchedPattern>().is_some();
    is_page.then_some(response)
}

/// The page with the status and the headers of what it stands for.
fn merged(first: Response, shown: Option<Response>) -> Response {
    let (mut head, _) = first.into_parts();
    let mut shown = shown.unwrap_or_else(|| default_page::response(head.status, ""));
    for name in [CONTENT_TYPE, CONTENT_LENGTH] {
        head.headers.remove(name);
    }
    let own: Vec<_> = head.headers.keys().cloned().collect();
    for (name, value) in shown.headers() {
        if !own.contains(name) {
            head.headers.append(name, value.clone());
        }
    }
    Response::from_parts(head, std::mem::take(shown.body_mut()))
}

fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

type Panic = Box<dyn Any + Send>;

fn text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or_default()
}

/// Calls a handler. Its panic ends it alone: what it shares with others is theirs to check, as where a thread panics.
async fn caught<F: Future>(call: impl FnOnce() -> F) -> Result<F::Output, Panic> {
    let future = catch_unwind(AssertUnwindSafe(call))?;
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|context| {
        let poll = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        match poll {
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await
}
