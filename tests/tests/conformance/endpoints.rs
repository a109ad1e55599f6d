//! Endpoints: methods, and answers of their own.

use isle::Errors;
use isle_fixture::rows::endpoints::endpoints;
use isle_tests::raw::Server;

use crate::allowed;

async fn server() -> Server {
    Server::start(endpoints(Errors::Hidden)).await
}

#[tokio::test]
async fn ep_02_a_method_that_nobody_answers_is_405() {
    let server = server().await;
    for method in ["PUT", "POST", "DELETE", "PATCH"] {
        let answer = server.request(method, "/api/get", &[]).await;
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(allowed(&answer), ["GET", "HEAD"], "{method}");
    }
}

#[tokio::test]
async fn ep_03_options_says_what_is_answered() {
    let answer = server().await.request("OPTIONS", "/api/get", &[]).await;
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert_eq!(allowed(&answer), ["GET", "HEAD"]);
}

#[tokio::test]
async fn ep_04_all_comes_last_and_head_is_get() {
    let server = server().await;
    let text = async |method| {
        let answer = server.request(method, "/api/all", &[]).await;
        (answer.status, answer.text().to_owned())
    };
    assert_eq!(text("PATCH").await, (200, "ALL PATCH".to_owned()));
    assert_eq!(text("GET").await, (200, "GET".to_owned()));
    let head = server.request("HEAD", "/api/all", &[]).await;
    let length = head.header("content-length");
    assert_eq!((length, head.body.len()), (Some("3"), 0));
}

#[tokio::test]
async fn ep_05_what_an_endpoint_answers_is_passed_through() {
    let server = server().await;
    for status in [404, 500] {
        let answer = server.get(&format!("/api/status/{status}")).await;
        assert_eq!((answer.status, answer.body.len()), (status, 0));
        assert_eq!(answer.header("x-from"), Some("endpoint"));
    }
}

#[tokio::test]
async fn ep_06_a_failure_is_the_sites_500() {
    let hidden = server().await.get("/api/fails").await;
    assert_eq!(hidden.status, 500);
    assert!(hidden.text().contains("<h1>Something failed</h1>"));
    assert!(!hidden.text().contains("database"));

    let shown = Server::start(endpoints(Errors::Shown)).await;
    let shown = shown.get("/api/fails").await;
    assert_eq!(shown.status, 500);
    let error = "the &lt;database&gt; &amp; its &quot;friends&quot; are gone";
    assert!(shown.text().contains(error), "{}", shown.text());
}
