//! Methods: who answers which, and what the others are told.
#![forbid(unsafe_code)]

use axum::Router;
use axum::body::Bytes;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use isle::prelude::*;
use isle_tests::raw::Server;
use serde::Deserialize;

#[page("/page")]
async fn page() -> Page {
    html! { <p>"page"</p> }
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[page("/form", methods(GET, POST))]
async fn form(form: Option<Form<Named>>) -> Page {
    match form {
        Some(Form(Named { name })) => html! { <p>"posted "{name}</p> },
        None => html! { <p>"empty"</p> },
    }
}

#[endpoint(GET, "/get")]
async fn get() -> impl IntoResponse {
    ([("x-a", "b")], "got")
}

#[endpoint(GET, "/shared")]
async fn shared_get() -> &'static str {
    "GET"
}

#[endpoint(ALL, "/shared")]
async fn shared_all(method: Method) -> String {
    format!("ALL {method}")
}

#[endpoint(GET, "/cart/[id]")]
async fn read(id: u32) -> String {
    format!("read {id}")
}

#[endpoint(PUT, DELETE, "/cart/[item]")]
async fn write(item: u32, method: Method) -> String {
    format!("{method} {item}")
}

#[endpoint(POST, "/body")]
async fn body(body: Bytes) -> Bytes {
    body
}

#[endpoint(POST, "/json")]
async fn json(json: axum::Json<Vec<u32>>) -> StatusCode {
    if json.0.is_empty() {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::CREATED
    }
}

fn app() -> Router {
    isle::router![
        page, form, get, shared_get, shared_all, read, write, body, json
    ]
}

#[tokio::test]
async fn rs_15_head_has_the_headers_of_get_and_no_body() {
    let server = Server::start(app()).await;
    for path in ["/page", "/get"] {
        let get = server.get(path).await;
        let head = server.request("HEAD", path, &[]).await;
        assert_eq!(head.status, 200);
        assert!(head.body.is_empty());
        let kept = |headers: &[(String, String)]| -> Vec<(String, String)> {
            headers
                .iter()
                .filter(|(name, _)| name != "date")
                .cloned()
                .collect()
        };
        assert_eq!(kept(&head.headers), kept(&get.headers), "{path}");
        assert_eq!(
            head.header("content-length"),
            Some(get.body.len().to_string().as_str())
        );
    }
    let unknown = server.request("HEAD", "/unknown", &[]).await;
    assert_eq!((unknown.status, unknown.body.len()), (404, 0));
}

#[tokio::test]
async fn rs_16_ep_02_other_methods_are_405_with_allow() {
    let server = Server::start(app()).await;
    for (path, allow) in [
        ("/page", "GET, HEAD"),
        ("/get", "GET, HEAD"),
        ("/form", "GET, HEAD, POST"),
        ("/body", "POST"),
    ] {
        for method in ["PUT", "DELETE", "PATCH", "TRACE", "FOO", "get"] {
            let answer = server.request(method, path, &[]).await;
            assert_eq!(
                (answer.status, answer.header("allow")),
                (405, Some(allow)),
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn ep_03_options_is_204_with_allow() {
    let server = Server::start(app()).await;
    for (path, allow) in [
        ("/page", "GET, HEAD"),
        ("/cart/1", "GET, HEAD, PUT, DELETE"),
    ] {
        let answer = server.request("OPTIONS", path, &[]).await;
        assert_eq!(
            (answer.status, answer.header("allow"), answer.body.len()),
            (204, Some(allow), 0),
            "{path}"
        );
    }
}

#[tokio::test]
async fn ep_04_all_answers_what_nobody_else_does() {
    let server = Server::start(app()).await;
    assert_eq!(server.get("/shared").await.text(), "GET");
    for method in ["PATCH", "OPTIONS", "PROPFIND"] {
        assert_eq!(
            server.request(method, "/shared", &[]).await.text(),
            format!("ALL {method}")
        );
    }
    let head = server.request("HEAD", "/shared", &[]).await;
    assert_eq!(
        head.header("content-length"),
        Some("3"),
        "HEAD is GET without its body"
    );
    for method in ["TRACE", "CONNECT"] {
        let answer = server.request(method, "/shared", &[]).await;
        assert!(matches!(answer.status, 400 | 405), "{method}: {answer:?}");
    }
}

#[tokio::test]
async fn methods_of_one_path_may_be_answered_by_several() {
    let server = Server::start(app()).await;
    assert_eq!(server.get("/cart/7").await.text(), "read 7");
    assert_eq!(server.request("PUT", "/cart/7", &[]).await.text(), "PUT 7");
    assert_eq!(
        server.request("DELETE", "/cart/7", &[]).await.text(),
        "DELETE 7"
    );
    assert_eq!(server.request("POST", "/cart/7", &[]).await.status, 405);
}

#[tokio::test]
async fn the_last_argument_takes_the_body() {
    let server = Server::start(app()).await;
    assert!(server.get("/form").await.text().contains("empty"));
    assert!(
        server
            .post("/form", "name=Ada", &[])
            .await
            .text()
            .contains("posted Ada")
    );
    assert_eq!(
        server.post("/form", "nome=Ada", &[]).await.status,
        422,
        "a rejection keeps its status"
    );
    assert_eq!(server.post("/body", "x=y", &[]).await.text(), "x=y");
    assert_eq!(
        server.post("/json", "[]", &[]).await.status,
        415,
        "a rejection keeps its status"
    );
}

#[tokio::test]
async fn a_method_nobody_answers_is_405_before_the_request_is_refused_as_foreign() {
    let server = Server::start(app()).await;
    let foreign = [
        ("origin", "http://evil.test"),
        ("sec-fetch-site", "cross-site"),
    ];
    assert_eq!(server.request("POST", "/page", &foreign).await.status, 405);
    assert_eq!(server.request("PUT", "/cart/7", &foreign).await.status, 403);
    assert_eq!(server.post("/form", "name=Eve", &foreign).await.status, 403);
    assert_eq!(
        server.request("POST", "/unknown", &foreign).await.status,
        404
    );
}
