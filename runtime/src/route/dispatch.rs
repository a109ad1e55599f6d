//! One request, from its path to its answer.

use std::ops::ControlFlow;
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::{OriginalUri, Request};
use axum::handler::Handler;
use axum::http::header::{ALLOW, CONTENT_LENGTH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::called::Called;
use super::caught::{Caught, caught};
use super::layer::Respelled;
use super::matched::MatchedPattern;
use super::methods::Methods;
use super::pages::{Among, Found, Page, Pages};
use super::params::Params;
use super::reads::Reads;
use super::routes::Call;
use super::trace;
use super::values::Values;
use crate::request::{Context, check_origin};

/// What axum calls for a claim: it answers with the first page among these that matches the path.
pub(super) fn dispatch<S>(pages: Arc<Pages<S>>, among: Among) -> impl Handler<(), S>
where
    S: Clone + Send + Sync + 'static,
{
    Dispatch {
        claimed: Arc::new(Claimed { pages, among }),
        answer: answer::<S>,
    }
}

/// axum copies it twice a request: it is one pointer. `F` is [`answer`], whose future has no name; axum boxes that, and
/// a box in it would be one more.
struct Dispatch<C, F> {
    claimed: Arc<C>,
    answer: F,
}

impl<C, F: Clone> Clone for Dispatch<C, F> {
    fn clone(&self) -> Dispatch<C, F> {
        Dispatch {
            claimed: self.claimed.clone(),
            answer: self.answer.clone(),
        }
    }
}

/// The pages that may answer what a claim catches.
pub(super) struct Claimed<S> {
    pub(super) pages: Arc<Pages<S>>,
    pub(super) among: Among,
}

impl<S, C, F, A> Handler<(), S> for Dispatch<C, F>
where
    C: Send + Sync + 'static,
    F: FnOnce(Arc<C>, Request, S) -> A + Clone + Send + Sync + 'static,
    A: Future<Output = Response> + Send + 'static,
{
    type Future = A;

    fn call(self, request: Request, state: S) -> A {
        (self.answer)(self.claimed, request, state)
    }
}

/// Answers a request with the first page among these that matches its path.
// Not an `async fn`, whose future would hold the head twice.
pub(super) fn answer<S: Clone + Send + Sync + 'static>(
    claimed: Arc<Claimed<S>>,
    request: Request,
    state: S,
) -> impl Future<Output = Response> + Send {
    let (mut parts, mut body) = request.into_parts();
    async move {
        let Claimed { pages, among } = &*claimed;
        if let Some(response) = pages.answer_at_once(&parts) {
            return response;
        }
        if let Err(refused) = pages.host.check(&parts, &pages.settings) {
            let mut response = pages.secured(refused.into_response());
            shorten(&parts.method, &mut response);
            return response;
        }
        let path;
        let respelled = parts.extensions.get::<Respelled>().is_some();
        let fixed = pages.fixed(among, &parts.method, parts.uri.path());
        let (page, values) = match fixed.filter(|_| !respelled) {
            Some(page) => (page, Values::default()),
            None => {
                // The page has the head to itself, while the values are pieces of the path.
                path = parts.uri.path_and_query().cloned();
                let path = path.as_ref().map_or("", |path| path.path());
                match pages.find(among, &parts.method, path, respelled) {
                    Found::Page(page, values) => (page, values),
                    // Boxed, as is all that seldom happens: every request's future would have its size.
                    found => return Box::pin(otherwise(pages, found, &mut parts, &state)).await,
                }
            }
        };
        if page.info.prerender {
            pages.ahead.tell(page.info);
        }
        run(pages, page, &values, &mut parts, &mut body, &state).await
    }
}

/// Answers where no page is called for its own path.
async fn otherwise<S: Sync + 'static>(
    pages: &Pages<S>,
    found: Found<'_, '_, S>,
    parts: &mut Parts,
    state: &S,
) -> Response {
    let mut response = match found {
        Found::Kept(page) => return pages.answer_kept(page, parts),
        Found::Nothing => pages.secured(pages.not_found(parts, state).await),
        Found::Elsewhere(address) => pages.secured(redirect(parts, &address)),
        Found::OtherMethods(methods) => pages.secured(other_methods(&parts.method, methods)),
        Found::BadPath | Found::Page(..) => {
            pages.secured((StatusCode::BAD_REQUEST, "Bad Request").into_response())
        }
    };
    shorten(&parts.method, &mut response);
    response
}

/// Takes the body of an answer to a HEAD away.
fn shorten(method: &Method, response: &mut Response) {
    if *method == Method::HEAD {
        empty(response);
    }
}

/// Answers with this page, if the request may come from where it does.
///
/// One function for all of it, since each that waits for another keeps its own state, and hands the answer on.
pub(super) async fn run<S: Sync + 'static>(
    pages: &Pages<S>,
    page: &Page<S>,
    values: &Values<'_>,
    parts: &mut Parts,
    body: &mut Body,
    state: &S,
) -> Response {
    let trace = trace::Request::begin(&parts.method, page.info.pattern);
    let refused = match page.info.cross_site {
        true => None,
        false => trace::within(&trace, || check_origin(parts, &pages.settings).err()),
    };
    let mut response = match refused {
        Some(refused) => pages.secured(refused.into_response()),
        None => {
            let (page_called, context) = call(pages, page, values, parts, body, state);
            let answer = trace::follow(&trace, page_called).await;
            match (Called { answer, context }).plain(pages, page.info) {
                ControlFlow::Break(response) => response,
                ControlFlow::Continue(called) => {
                    trace::follow(&trace, Box::pin(finish(pages, page, called, parts, state))).await
                }
            }
        }
    };
    tell(&mut response, parts, page.info.pattern);
    shorten(&parts.method, &mut response);
    if let Some(trace) = trace {
        trace.end(&response);
    }
    response
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

/// Calls a page's function, whose arguments may leave something in the context. Takes the body where one of them could
/// read it.
pub(super) fn call<'r, S: 'static>(
    pages: &'r Pages<S>,
    page: &'r Page<S>,
    values: &'r Values<'r>,
    parts: &'r mut Parts,
    body: &mut Body,
    state: &'r S,
) -> (Caught<'r>, Option<Arc<Context>>) {
    // What nobody reads is not left, since each costs a small page more than printing it.
    let context = (page.reads >= Reads::Context).then(|| {
        let context = Arc::new(Context::new(pages.settings.clone(), page.info.pattern));
        context.put_body(std::mem::take(body));
        parts.extensions.insert(context.clone());
        context
    });
    if page.reads == Reads::Anything {
        parts.extensions.insert(MatchedPattern(page.info.pattern));
    }
    let call = Call {
        parts,
        params: Params::new(values),
        page: page.info,
        site: &pages.site,
    };
    (caught(|| page.handler.call(call, state)), context)
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
