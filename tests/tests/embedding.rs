//! A site within an axum application: state, layers, nesting, fallbacks, and what they learn of a request.
#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex};

use axum::extract::{FromRef, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use isle::prelude::*;
use isle::{MatchedPattern, Settings};
use isle_tests::raw::Server;

#[derive(Clone)]
struct App {
    name: Name,
}

#[derive(Clone)]
struct Name(&'static str);

impl FromRef<App> for Name {
    fn from_ref(app: &App) -> Name {
        app.name.clone()
    }
}

#[page("/")]
async fn home(State(app): State<App>) -> Page {
    html! { <p>{app.name.0}</p> }
}

#[page("/part/[id]")]
async fn part(id: u32, State(name): State<Name>) -> Page {
    html! { <p>{id}" of "{name.0}</p> }
}

#[page("/docs/[...path]")]
async fn docs(path: String) -> Page {
    html! { <p>{path}</p> }
}

mod list {
    isle::pages! { pub(crate) PAGES = [super::part, super::docs] }
}

fn app() -> App {
    App { name: Name("shop") }
}

#[tokio::test]
async fn a_site_merges_into_an_application_with_routes_state_and_a_fallback() {
    let app: Router = Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/part/{part}/stock", get(|| async { "own" }))
        .route("/docs/own", get(|| async { "own" }))
        .route("/part/{id}", post(|| async { "posted" }))
        .merge(isle::router![home, list::PAGES])
        .fallback(|| async { (StatusCode::NOT_FOUND, "the application's own") })
        .with_state(app());
    let server = Server::start(app).await;
    for (target, shown) in [
        ("/", "<p>shop</p>"),
        ("/part/7", "<p>7 of shop</p>"),
        ("/docs/a/b", "<p>a/b</p>"),
        ("/docs/own", "own"),
        ("/part/7/stock", "own"),
        ("/healthz", "ok"),
        ("/nowhere", "the application's own"),
    ] {
        assert!(server.get(target).await.text().ends_with(shown), "{target}");
    }
    assert_eq!(server.post("/part/7", "", &[]).await.text(), "posted");
}

#[tokio::test]
async fn layers_learn_the_pattern() {
    let seen: Arc<Mutex<Vec<(String, u16)>>> = Arc::default();
    let log = seen.clone();
    let metrics = from_fn(move |request: Request, next: Next| {
        let log = log.clone();
        async move {
            let response: Response = next.run(request).await;
            let pattern = response
                .extensions()
                .get::<MatchedPattern>()
                .map_or("none", MatchedPattern::as_str);
            log.lock()
                .unwrap()
                .push((pattern.to_owned(), response.status().as_u16()));
            response
        }
    });
    let app: Router = Router::new()
        .merge(isle::router![home, list::PAGES])
        .layer(metrics)
        .with_state(app());
    let server = Server::start(app).await;
    for target in ["/part/7", "/part/x", "/docs/a/b", "/", "/part/7/"] {
        server.get(target).await;
    }
    let expected = [
        ("/part/[id]", 200),
        ("/part/[id]", 404),
        ("/docs/[...path]", 200),
        ("/", 200),
        ("none", 301),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(pattern, status)| ((*pattern).to_owned(), *status))
        .collect();
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[page("/pattern/[x]")]
async fn pattern(
    x: String,
    pattern: Option<MatchedPattern>,
    Extension(extension): Extension<MatchedPattern>,
) -> Page {
    html! { <p>{x}" "{pattern.map(|pattern| pattern.as_str())}" "{extension.as_str()}</p> }
}

#[tokio::test]
async fn a_page_learns_its_own_pattern() {
    let server = Server::start(isle::router![pattern]).await;
    assert!(
        server
            .get("/pattern/1")
            .await
            .text()
            .ends_with("<p>1 /pattern/[x] /pattern/[x]</p>")
    );
}

#[tokio::test]
async fn a_router_without_pages_is_one() {
    let server = Server::start(isle::router![]).await;
    assert_eq!(server.get("/").await.status, 404);
}

#[tokio::test]
async fn route_layers_stand_before_the_pages_alone() {
    async fn refuse(_: Request, _: Next) -> Response {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::UNAUTHORIZED;
        response
    }
    let app: Router = Router::new()
        .merge(isle::router![home].route_layer(from_fn(refuse)))
        .merge(isle::router![part])
        .with_state(app());
    let server = Server::start(app).await;
    assert_eq!(server.get("/").await.status, 401);
    assert_eq!(server.get("/part/1").await.status, 200);
    assert_eq!(server.get("/nowhere").await.status, 404);
}

mod site {
    isle::site! { pub SITE: [super::home, super::lost] }
}

#[page("/404")]
async fn lost(State(app): State<App>) -> Page {
    html! { <p>"not in the "{app.name.0}</p> }
}

#[tokio::test]
async fn the_sites_404_has_the_state() {
    let settings = Settings::default();
    let before: Router = Router::new()
        .merge(site::SITE::router(settings.clone()))
        .fallback(site::SITE::not_found(settings.clone()))
        .with_state(app());
    let after: Router = Router::new()
        .merge(site::SITE::router(settings.clone()))
        .with_state(app())
        .fallback_service(site::SITE::not_found(settings).with_state(app()));
    for app in [before, after] {
        let server = Server::start(app).await;
        let answer = server.get("/nowhere").await;
        assert_eq!(
            (answer.status, answer.text()),
            (404, "<!DOCTYPE html><p>not in the shop</p>")
        );
    }
}
