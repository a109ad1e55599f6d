//! What pages answer beside their markup.

use isle_fixture::rows::responses::responses;
use isle_tests::raw::{Answer, Server};

use crate::{allowed, fixture, media_type};

async fn server() -> Server {
    Server::start(responses()).await
}

fn leads(answer: &Answer) -> (u16, Option<&str>, usize) {
    (answer.status, answer.header("location"), answer.body.len())
}

#[tokio::test]
async fn rs_04_an_empty_404_becomes_the_sites_page() {
    let answer = server().await.get("/empty404").await;
    assert_eq!((answer.status, answer.header("x-a")), (404, Some("b")));
    assert!(answer.text().contains("<h1>Nothing here</h1>"));
    assert_eq!(media_type(&answer), ["text/html", "charset=utf-8"]);
}

#[tokio::test]
async fn rs_05_a_404_with_words_of_its_own_keeps_them() {
    let answer = server().await.get("/worded404").await;
    assert_eq!((answer.status, answer.text()), (404, "Not found"));
    assert_eq!(media_type(&answer), ["text/plain", "charset=utf-8"]);
}

#[tokio::test]
async fn rs_07_headers_and_cookies_are_merged_into_a_response_of_ones_own() {
    let answer = server().await.get("/own-response").await;
    assert_eq!((answer.status, answer.text()), (201, "own"));
    assert_eq!(answer.header("x-a"), Some("b"));
    assert_eq!(answer.header("x-own"), Some("c"));
    let cookies = answer.all("set-cookie");
    assert_eq!(cookies.len(), 2);
    assert_eq!(cookies[0], "raw=1");
    assert!(cookies[1].starts_with("kept=1;"));
}

#[tokio::test]
async fn rs_08_a_failure_before_or_within_markup_is_the_sites_500() {
    let server = server().await;
    for path in ["/fails", "/fails-in-markup"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status, 500, "{path}");
        let expected = "<!DOCTYPE html><h1>Something failed</h1>";
        assert_eq!(answer.text(), expected, "{path}");
    }
}

#[tokio::test]
async fn rs_09_a_failure_in_a_component_cuts_no_page_off() {
    let answer = server().await.get("/fails-in-component").await;
    let expected = (500, "<!DOCTYPE html><h1>Something failed</h1>");
    assert_eq!((answer.status, answer.text()), expected);
}

#[tokio::test]
async fn rs_12_a_redirect_has_the_status_that_was_asked_for() {
    let server = server().await;
    let answer = server.get("/redirect").await;
    assert_eq!(leads(&answer), (302, Some("/new"), 0));
    for status in [301, 302, 303, 307, 308] {
        let answer = server.get(&format!("/redirect/{status}")).await;
        assert_eq!(leads(&answer), (status, Some("/new"), 0));
    }
}

/// That a status which is no redirect does not compile, `redirect_with_another_status` in the ui-tests shows.
#[tokio::test]
async fn rs_13_a_redirect_goes_nowhere_but_to_a_path_of_the_site() {
    let answer = server().await.get("/redirect-literal").await;
    assert_eq!(leads(&answer), (302, Some("/a%20b%C3%A9"), 0));

    let fixture = fixture().await;
    for target in [
        "//evil.com",
        "%0D%0ASet-Cookie:%20a=b",
        "/a%0D%0ASet-Cookie:%20a=b",
        "",
        "/%5Cevil.com",
        "https://evil.com",
    ] {
        let answer = fixture.get(&format!("/go?to={target}")).await;
        assert_eq!(answer.status, 400, "{target}");
        assert_eq!(answer.header("location"), None, "{target}");
        assert_eq!(answer.header("set-cookie"), None, "{target}");
    }
    let answer = fixture.get("/go?to=/new%3Fa=b").await;
    assert_eq!(leads(&answer), (302, Some("/new?a=b"), 0));
}

#[tokio::test]
async fn rs_14_a_component_can_lead_elsewhere() {
    let answer = server().await.get("/leaves-in-component").await;
    assert_eq!(leads(&answer), (302, Some("/new"), 0));
}

#[tokio::test]
async fn rs_15_head_is_get_without_its_body() {
    let server = server().await;
    let get = server.get("/new").await;
    let head = server.request("HEAD", "/new", &[]).await;
    let headers = |answer: &Answer| {
        let headers = answer.headers.iter().filter(|(name, _)| name != "date");
        headers.cloned().collect::<Vec<_>>()
    };
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(headers(&head), headers(&get));
    let unknown = server.request("HEAD", "/unknown", &[]).await;
    assert_eq!((unknown.status, unknown.body.len()), (404, 0));
}

#[tokio::test]
async fn rs_16_a_page_answers_get_alone() {
    let server = server().await;
    for (method, status) in [("PUT", 405), ("DELETE", 405), ("OPTIONS", 204)] {
        let answer = server.request(method, "/new", &[]).await;
        assert_eq!((answer.status, answer.body.len()), (status, 0), "{method}");
        assert_eq!(allowed(&answer), ["GET", "HEAD"], "{method}");
    }
}
