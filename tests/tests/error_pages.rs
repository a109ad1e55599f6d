//! What is shown where a page has nothing of its own: the pages `/404` and `/500`, isle's where there are none.
#![forbid(unsafe_code)]

use std::fmt;

use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use isle::prelude::*;
use isle::{Errors, Settings};
use isle_tests::raw::Server;

#[derive(Debug)]
struct Broken(std::num::ParseIntError);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the <order> is broken")
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

fn fail() -> Result<u32, Broken> {
    "x&y".parse().map_err(Broken)
}

#[page("/lost")]
async fn gone(head: ResponseHead, cookies: Cookies) -> Page {
    head.header("x-a", "b");
    head.header("x-error-page", "no");
    cookies.set("seen", "1");
    not_found()
}

#[page("/own")]
async fn own() -> Page {
    not_found_with("Not found")
}

#[page("/status")]
async fn status(head: ResponseHead) -> Page {
    head.status(404);
    html! { <p>"my own words"</p> }
}

#[page("/empty500")]
async fn empty500() -> Page {
    respond((
        StatusCode::INTERNAL_SERVER_ERROR,
        [("x-from", "page")],
        Body::empty(),
    ))
}

#[page("/failing")]
async fn failing() -> Page {
    let number = fail()?;
    html! { <p>{number}</p> }
}

#[page("/panics")]
async fn panics() -> Page {
    let none: Option<u32> = "none".parse().ok();
    let number = none.expect("a number of <shoes>");
    html! { <p>{number}</p> }
}

#[endpoint(GET, "/api/none")]
async fn api_none() -> Response {
    (
        StatusCode::NOT_FOUND,
        [("x-from", "endpoint")],
        Body::empty(),
    )
        .into_response()
}

#[endpoint(GET, "/api/broken")]
async fn api_broken() -> Result<String, Exit> {
    Ok(fail()?.to_string())
}

#[endpoint(GET, "/api/[id]")]
async fn api(id: u32) -> String {
    id.to_string()
}

#[page("/404")]
async fn lost(head: ResponseHead, cookies: Cookies) -> Page {
    head.header("x-error-page", "yes");
    cookies.set("lost", "1");
    html! { <h1>"Lost"</h1> }
}

#[page("/500")]
async fn broken() -> Page {
    html! { <h1>"Broken"</h1> }
}

mod full {
    use super::*;
    isle::site! {
        pub SITE: [gone, own, status, empty500, failing, panics, api_none, api_broken, api, lost, broken]
    }
}

mod bare {
    use super::*;
    isle::site! { pub SITE: [gone, failing, panics] }
}

mod worse {
    use isle::prelude::*;

    #[page("/404")]
    async fn lost() -> Page {
        Err("the 404 page fails".into())
    }

    #[page("/500")]
    async fn broken() -> Page {
        not_found()
    }

    isle::site! { pub SITE: [lost, broken, super::failing, super::gone] }
}

async fn server(router: fn(Settings) -> Router, errors: Errors) -> Server {
    Server::start(router(Settings::default().errors(errors))).await
}

fn full(settings: Settings) -> Router {
    Router::new()
        .merge(full::SITE::router(settings.clone()))
        .fallback(full::SITE::not_found(settings))
}

#[tokio::test]
async fn rs_04_an_empty_404_becomes_the_sites_page() {
    let server = server(full, Errors::Hidden).await;
    let answer = server.get("/lost").await;
    assert_eq!(
        (answer.status, answer.text()),
        (404, "<!DOCTYPE html><h1>Lost</h1>")
    );
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(answer.header("x-a"), Some("b"));
    assert_eq!(
        answer.all("x-error-page"),
        ["no"],
        "the page's own headers count"
    );
    let cookies: Vec<_> = answer
        .all("set-cookie")
        .iter()
        .map(|line| line.split(';').next().unwrap())
        .collect();
    assert_eq!(cookies, ["seen=1", "lost=1"]);
}

#[tokio::test]
async fn rs_05_a_body_of_ones_own_stays() {
    let server = server(full, Errors::Hidden).await;
    let answer = server.get("/own").await;
    assert_eq!((answer.status, answer.text()), (404, "Not found"));
    assert_eq!(
        answer.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    let answer = server.get("/status").await;
    assert_eq!(
        (answer.status, answer.text()),
        (404, "<!DOCTYPE html><p>my own words</p>")
    );
}

#[tokio::test]
async fn rs_08_a_page_that_fails_or_panics_is_the_sites_500() {
    let server = server(full, Errors::Hidden).await;
    for path in ["/failing", "/panics", "/empty500"] {
        let answer = server.get(path).await;
        assert_eq!(
            (answer.status, answer.text()),
            (500, "<!DOCTYPE html><h1>Broken</h1>"),
            "{path}"
        );
    }
    assert_eq!(server.get("/empty500").await.header("x-from"), Some("page"));
}

#[tokio::test]
async fn ep_05_what_an_endpoint_answers_stays() {
    let server = server(full, Errors::Hidden).await;
    let answer = server.get("/api/none").await;
    assert_eq!(
        (answer.status, answer.text(), answer.header("x-from")),
        (404, "", Some("endpoint"))
    );
    assert_eq!(answer.header("content-type"), None);
}

#[tokio::test]
async fn ep_06_an_endpoint_that_fails_is_the_sites_500() {
    let server = server(full, Errors::Hidden).await;
    let answer = server.get("/api/broken").await;
    assert_eq!(
        (answer.status, answer.text()),
        (500, "<!DOCTYPE html><h1>Broken</h1>")
    );
    let answer = server.get("/api/x").await;
    assert_eq!(
        (answer.status, answer.text()),
        (404, "<!DOCTYPE html><h1>Lost</h1>"),
        "a value that does not parse"
    );
}

#[tokio::test]
async fn unknown_paths_show_the_sites_page() {
    let server = server(full, Errors::Hidden).await;
    for (method, path) in [
        ("GET", "/nowhere"),
        ("POST", "/nowhere/else"),
        ("GET", "/api/1/2"),
    ] {
        let answer = server.request(method, path, &[]).await;
        assert_eq!(
            (answer.status, answer.text()),
            (404, "<!DOCTYPE html><h1>Lost</h1>"),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn the_error_pages_have_their_status_when_they_are_asked_for() {
    let server = server(full, Errors::Hidden).await;
    assert_eq!(server.get("/404").await.status, 404);
    assert_eq!(server.get("/500").await.status, 500);
    assert!(server.get("/500").await.text().contains("Broken"));
}

#[tokio::test]
async fn shown_errors_stand_escaped_below_the_page() {
    let server = server(full, Errors::Shown).await;
    let answer = server.get("/failing").await;
    let text = answer.text();
    assert_eq!(answer.status, 500);
    assert!(text.starts_with("<!DOCTYPE html><h1>Broken</h1>"));
    assert!(
        text.contains("the &lt;order&gt; is broken") && text.contains("invalid digit"),
        "{text}"
    );
    let panicked = server.get("/panics").await;
    assert!(panicked.text().contains("a number of &lt;shoes&gt;"));
}

#[tokio::test]
async fn without_pages_of_its_own_a_site_shows_isles() {
    let hidden = server(bare::SITE::router, Errors::Hidden).await;
    let answer = hidden.get("/lost").await;
    assert_eq!((answer.status, answer.header("x-a")), (404, Some("b")));
    assert!(answer.text().contains("<h1>Not Found</h1>"));
    let answer = hidden.get("/failing").await;
    assert_eq!(answer.status, 500);
    assert!(
        !answer.text().contains("order"),
        "nothing of the error is shown"
    );

    let shown = server(bare::SITE::router, Errors::Shown).await;
    let answer = shown.get("/failing").await;
    assert!(
        answer.text().contains("the &lt;order&gt; is broken")
            && answer.text().contains("invalid digit")
    );
}

#[tokio::test]
async fn error_pages_that_fail_end_in_isles_own() {
    let hidden = server(worse::SITE::router, Errors::Hidden).await;
    for path in ["/lost", "/404", "/failing", "/500"] {
        let answer = hidden.get(path).await;
        assert_eq!(answer.status, 500, "{path}");
        assert!(
            answer.text().contains("<h1>Internal Server Error</h1>"),
            "{path}: {}",
            answer.text()
        );
    }
}
