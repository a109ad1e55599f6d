//! What caches are told, and what they need not be sent again.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use isle::prelude::*;
use isle::response::{CacheControl, ETags};
use isle_tests::raw::{Answer, Server};

const FRESH: CacheControl = CacheControl::public()
    .max_age(Duration::ZERO)
    .s_maxage(Duration::from_secs(60));

#[page("/feed")]
async fn feed(response: ResponseHead) -> Page {
    response.cache(FRESH);
    html! { <p>Feed</p> }
}

#[page("/account")]
async fn account(cookies: Cookies) -> Page {
    html! { <p>{if cookies.has("session") { "yes" } else { "no" }}</p> }
}

#[page("/secret")]
async fn secret(response: ResponseHead) -> Page {
    response.cache(CacheControl::no_store());
    html! { <p>Secret</p> }
}

#[page("/lost")]
async fn lost() -> Page {
    not_found_with("Not found")
}

#[endpoint(GET, "/own")]
async fn own() -> Response {
    (FRESH, [(ETAG, "\"own\"")], "own").into_response()
}

#[page("/form", methods(GET, POST))]
async fn form() -> Page {
    html! { <p>Form</p> }
}

async fn parts() -> Body {
    let parts = ["a", "b"].map(|part| Ok::<_, std::io::Error>(Bytes::from(part)));
    Body::from_stream(futures_util::stream::iter(parts))
}

async fn server(tags: ETags) -> Server {
    let app = isle::router![feed, account, secret, lost, own, form];
    Server::start(app.route("/parts", get(parts)).layer(tags)).await
}

async fn ask(server: &Server, method: &str, target: &str, tags: &str) -> Answer {
    server
        .request(method, target, &[("if-none-match", tags)])
        .await
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let server = server(ETags::strong()).await;
    let first = server.get("/feed").await;
    let tag = first.header("etag").expect("a tag");
    assert!(tag.starts_with('"'), "{tag}");
    assert_eq!(
        first.header("cache-control"),
        Some("public, max-age=0, s-maxage=60")
    );
    for tags in [tag, "*", &format!("\"other\", W/{tag}")] {
        for method in ["GET", "HEAD"] {
            let answer = ask(&server, method, "/feed", tags).await;
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{tags}");
            for kept in ["etag", "cache-control", "content-security-policy"] {
                assert_eq!(answer.header(kept), first.header(kept), "{kept}");
            }
            for gone in ["content-type", "content-length"] {
                assert_eq!(answer.header(gone), None, "{gone}");
            }
        }
    }
    let other = ask(&server, "GET", "/feed", "\"other\"").await;
    assert_eq!((other.status, &other.body), (200, &first.body));
    let head = server.request("HEAD", "/feed", &[]).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    for same in ["etag", "content-length", "content-type"] {
        assert_eq!(head.header(same), first.header(same), "{same}");
    }
}

#[tokio::test]
async fn each_visitor_has_the_tag_of_the_own_page() {
    let server = server(ETags::weak()).await;
    let stranger = server.get("/account").await;
    let known = server.get_with("/account", "session=1").await;
    let tags = [stranger.header("etag"), known.header("etag")];
    assert!(
        tags.iter()
            .all(|tag| tag.is_some_and(|tag| tag.starts_with("W/\"")))
    );
    assert_ne!(tags[0], tags[1]);
    let answer = ask(&server, "GET", "/account", tags[0].expect("a tag")).await;
    assert_eq!(answer.status, 304);
    assert_eq!(answer.header("vary"), Some("Cookie"));
    assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
}

#[tokio::test]
async fn what_has_no_tag() {
    let server = server(ETags::strong()).await;
    for (target, status) in [
        ("/secret", 200),
        ("/lost", 404),
        ("/nowhere", 404),
        ("/parts", 200),
    ] {
        let answer = ask(&server, "GET", target, "*").await;
        assert_eq!(
            (answer.status, answer.header("etag")),
            (status, None),
            "{target}"
        );
    }
    let posted = server.post("/form", "", &[("if-none-match", "*")]).await;
    assert_eq!((posted.status, posted.header("etag")), (200, None));
}

#[tokio::test]
async fn an_answers_own_tag_counts() {
    let server = server(ETags::strong()).await;
    let answer = server.get("/own").await;
    assert_eq!(answer.header("etag"), Some("\"own\""));
    assert_eq!(ask(&server, "GET", "/own", "\"own\"").await.status, 304);
}
