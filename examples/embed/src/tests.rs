//! The application answers as before, and its pages with it.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

use crate::{App, app};

async fn ask(app: &axum::Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let (head, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (
        head.status,
        head.headers,
        String::from_utf8(body.into()).unwrap(),
    )
}

async fn get(app: &axum::Router, path: &str) -> (StatusCode, HeaderMap, String) {
    ask(app, Request::get(path).body(Body::empty()).unwrap()).await
}

async fn with_one_entry() -> axum::Router {
    let app = app(App::default());
    let entry = r#"{"guest": "Bo & Inge", "words": "<3"}"#;
    let request = Request::post("/api/entries")
        .header("content-type", "application/json")
        .body(Body::from(entry))
        .unwrap();
    assert_eq!(ask(&app, request).await.0, StatusCode::CREATED);
    app
}

#[tokio::test]
async fn its_own_routes_answer_as_before() {
    let app = app(App::default());
    let (status, _, body) = get(&app, "/healthz").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "ok"));
}

#[tokio::test]
async fn its_own_fallback_answers_where_nothing_is() {
    let (status, _, body) = get(&app(App::default()), "/nowhere").await;
    assert_eq!(
        (status, body.as_str()),
        (StatusCode::NOT_FOUND, "/nowhere is not in this book\n")
    );
}

#[tokio::test]
async fn pages_see_the_state_that_routes_change() {
    let app = with_one_entry().await;
    let (status, headers, body) = get(&app, "/").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["content-type"], "text/html; charset=utf-8");
    assert!(
        body.contains(r#"<a href="/entries/1">Bo &amp; Inge</a>"#),
        "{body}"
    );
    let (_, _, body) = get(&app, "/entries/1").await;
    assert!(body.contains("<p>&lt;3</p>"), "{body}");
}

#[tokio::test]
async fn a_page_answers_404_for_what_is_not_there() {
    let app = with_one_entry().await;
    let (status, _, body) = get(&app, "/entries/2").await;
    assert_eq!(
        (status, body.as_str()),
        (StatusCode::NOT_FOUND, "nobody wrote that")
    );
    assert_eq!(get(&app, "/entries/one").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn its_middleware_counts_pages_too() {
    let app = app(App::default());
    assert_eq!(get(&app, "/healthz").await.1["visit"], "1");
    assert_eq!(get(&app, "/").await.1["visit"], "2");
    assert_eq!(get(&app, "/nowhere").await.1["visit"], "3");
}

#[tokio::test]
async fn a_route_layer_guards_the_pages_that_it_is_put_on() {
    let app = app(App::default());
    assert_eq!(get(&app, "/staff").await.0, StatusCode::FORBIDDEN);
    assert_eq!(get(&app, "/").await.0, StatusCode::OK);
    let staff = Request::get("/staff")
        .header("staff", "yes")
        .body(Body::empty());
    let (status, _, body) = ask(&app, staff.unwrap()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(body.contains("3 visits so far"), "{body}");
}
