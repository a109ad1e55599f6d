//! One request, from its path to its answer.

use std::future::ready;
use std::pin::{Pin, pin};
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::{OriginalUri, Request};
use axum::handler::Handler;
use axum::http::header::{ALLOW, CONTENT_LENGTH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::called::Called;
use super::caught::caught;
use super::layer::Respelled;
use super::matched::MatchedPattern;
use super::methods::Methods;
use super::pages::{Found, Page, Pages};
use super::params::Params;
use super::routes::Call;
use super::trace;
use super::values::Values;
use crate::request::{Context, check_host, check_origin};

/// What axum calls for a claim.
pub(super) struct Dispatch<S> {
    pages: Arc<Pages<S>>,
    /// The pages that may answer what the claim catches.
    among: Arc<[usize]>,
}

impl<S> Dispatch<S> {
    pub(super) fn new(pages: Arc<Pages<S>>, among: Vec<usize>) -> Dispatch<S> {
        Dispatch {
            pages,
            among: among.into(),
        }
    }
}

impl<S> Clone for Dispatch<S> {
    fn clone(&self) -> Dispatch<S> {
        Dispatch {
            pages: self.pages.clone(),
            among: self.among.clone(),
        }
    }
}

impl<S: Clone + Send + Sync + 'static> Handler<(), S> for Dispatch<S> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, state: S) -> Self::Future {
        let (mut parts, body) = request.into_parts();
        if let Some(response) = self.pages.answer_at_once(&parts) {
            return Box::pin(ready(response));
        }
        Box::pin(async move { answer(&self.pages, &self.among, &mut parts, body, &state).await })
    }
}

/// Answers a request with the first page among these that matches its path.
pub(super) async fn answer<S: Sync + 'static>(
    pages: &Pages<S>,
    among: &[usize],
    parts: &mut Parts,
    body: Body,
    state: &S,
) -> Response {
    let is_head = parts.method == Method::HEAD;
    // The page has the head to itself, while the values are pieces of the path.
    let path = parts.uri.path_and_query().cloned();
    let path = path.as_ref().map_or("", |path| path.path());
    let found = check_host(parts, &pages.settings).map(|()| {
        let respelled = parts.extensions.get::<Respelled>().is_some();
        pages.find(among, &parts.method, path, respelled)
    });
    let (page, values) = match found {
        Ok(Found::Page(page, values)) => (page, values),
        Ok(Found::Kept(page)) => return pages.answer_kept(page, parts),
        // Boxed, as is all that seldom happens: every request's future would have its size.
        Ok(Found::Nothing) => {
            let response = Box::pin(pages.not_found(parts, state)).await;
            return shortened(is_head, pages.secured(response));
        }
        found => {
            let response = match found {
                Ok(Found::Elsewhere(address)) => redirect(parts, &address),
                Ok(Found::OtherMethods(methods)) => other_methods(&parts.method, methods),
                Err(refused) => refused.into_response(),
                Ok(_) => (StatusCode::BAD_REQUEST, "Bad Request").into_response(),
            };
            return shortened(is_head, pages.secured(response));
        }
    };
    if page.info.prerender {
        pages.ahead.tell(page.info);
    }
    let response = run(pages, page, &values, parts, body, state).await;
    shortened(is_head, response)
}

/// The response, without its body where it answers a HEAD.
fn shortened(is_head: bool, mut response: Response) -> Response {
    if is_head {
        empty(&mut response);
    }
    response
}

/// Answers with this page.
pub(super) async fn run<S: Sync + 'static>(
    pages: &Pages<S>,
    page: &Page<S>,
    values: &Values<'_>,
    parts: &mut Parts,
    body: Body,
    state: &S,
) -> Response {
    let pattern = page.info.pattern;
    let span = trace::Request::begin(&parts.method, pattern);
    let work = pin!(async {
        let checked = if page.info.cross_site {
            Ok(())
        } else {
            check_origin(parts, &pages.settings)
        };
        let mut response = match checked {
            Err(refused) => pages.secured(refused.into_response()),
            Ok(()) => {
                let mut called = call(pages, page, values, parts, body, state).await;
                match called.plain(pages, page.info) {
                    Some(response) => response,
                    // Boxed, as is all that seldom happens: every request's future would have its size.
                    None => Box::pin(finish(pages, page, called, parts, state)).await,
                }
            }
        };
        tell(&mut response, parts, pattern);
        response
    });
    match span {
        Some(span) => Box::pin(span.follow(work)).await,
        None => work.await,
    }
}

/// Puts the pattern among the response's extensions. Where it has none yet, it gets the place that the request's had:
/// nobody reads those any more.
fn tell(response: &mut Response, parts: &mut Parts, pattern: &'static str) {
    if response.extensions().is_empty() {
        parts.extensions.clear();
        std::mem::swap(response.extensions_mut(), &mut parts.extensions);
    }
    response.extensions_mut().insert(MatchedPattern(pattern));
}

/// The answer of a page that has more to it than markup.
async fn finish<S: Sync + 'static>(
    pages: &Pages<S>,
    page: &Page<S>,
    called: Called,
    parts: &mut Parts,
    state: &S,
) -> Response {
    let mut response = called.finish(pages, page.info).await;
    if !pages.is_whole(page.info, &mut response) {
        response = pages.mend(page.info, response, parts, state).await;
    }
    pages.secured(response)
}

/// Calls a page's function.
pub(super) async fn call<S: Sync + 'static>(
    pages: &Pages<S>,
    page: &Page<S>,
    values: &Values<'_>,
    parts: &mut Parts,
    body: Body,
    state: &S,
) -> Called {
    let context = Arc::new(Context::new(pages.settings.clone(), page.info.pattern));
    context.put_body(body);
    parts.extensions.insert(context.clone());
    parts.extensions.insert(MatchedPattern(page.info.pattern));
    let call = Call {
        parts,
        params: Params::new(values),
        page: page.info,
        site: pages.site,
    };
    let answer = caught(|| page.handler.call(call, state)).await;
    Called { answer, context }
}

/// What stands before the path that a nested router sees; nothing, if it is not nested.
pub(super) fn nested_at(parts: &Parts) -> &str {
    let Some(OriginalUri(original)) = parts.extensions.get() else {
        return "";
    };
    let (original, path) = (original.path(), parts.uri.path());
    match original.strip_suffix(path) {
        Some(nested_at) => nested_at,
        None if path == "/" => original,
        None => "",
    }
}

/// Leads to the address that the page has, with the query.
fn redirect(parts: &Parts, address: &str) -> Response {
    let nested_at = nested_at(parts);
    let query = parts
        .uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let status = match parts.method {
        Method::GET | Method::HEAD => StatusCode::MOVED_PERMANENTLY,
        _ => StatusCode::PERMANENT_REDIRECT,
    };
    match HeaderValue::try_from(format!("{nested_at}{address}{query}")) {
        Ok(location) => (status, [(LOCATION, location)]).into_response(),
        Err(_) => (StatusCode::BAD_REQUEST, "Bad Request").into_response(),
    }
}

fn other_methods(method: &Method, methods: Methods) -> Response {
    let status = if method == Method::OPTIONS {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::METHOD_NOT_ALLOWED
    };
    (status, [(ALLOW, methods.allow())]).into_response()
}

/// Takes the body away and leaves its length
/// ([RFC 9110, section 9.3.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2)).
pub(super) fn empty(response: &mut Response) {
    if let (Some(length), false) = (
        response.body().size_hint().exact(),
        response.headers().contains_key(CONTENT_LENGTH),
    ) {
        response
            .headers_mut()
            .insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    *response.body_mut() = Body::empty();
}
