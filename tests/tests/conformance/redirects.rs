//! Redirects that a site names.

use isle_fixture::rows::redirects::{named, param, rest, same};
use isle_tests::raw::{Answer, Server};

fn leads(answer: &Answer) -> (u16, Option<&str>) {
    assert!(answer.body.is_empty());
    (answer.status, answer.header("location"))
}

#[tokio::test]
async fn rd_01_head_is_moved_like_get_and_a_post_stays_one() {
    let server = Server::start(named()).await;
    for (method, status) in [("GET", 301), ("POST", 308), ("HEAD", 301)] {
        let answer = server.request(method, "/old", &[]).await;
        assert_eq!(leads(&answer), (status, Some("/new")), "{method}");
    }
}

#[tokio::test]
async fn rd_02_a_status_counts_wherever_the_redirect_leads() {
    let server = Server::start(named()).await;
    let answer = server.get("/ro302/x").await;
    assert_eq!(leads(&answer), (302, Some("/rn/x")));
    let answer = server.get("/ro302none/x").await;
    assert_eq!(leads(&answer), (302, Some("/nowhere/x")));
}

#[tokio::test]
async fn rd_03_values_are_encoded_once() {
    let server = Server::start(param()).await;
    for (path, location) in [
        ("/a%20b", "/rn/a%20b"),
        ("/Las%20Vegas%E2%80%99", "/rn/Las%20Vegas%E2%80%99"),
        ("/%2Fx", "/rn/%2Fx"),
        ("/%252Fx", "/rn/%252Fx"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(leads(&answer), (301, Some(location)), "{path}");
    }
    let server = Server::start(rest()).await;
    for (path, location) in [
        ("/", "/blog"),
        ("/a%20b", "/blog/a%20b"),
        ("/Las%20Vegas%E2%80%99/x", "/blog/Las%20Vegas%E2%80%99/x"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(leads(&answer), (301, Some(location)), "{path}");
    }
    assert_eq!(server.get("/%2Fx").await.status, 400);
}

#[tokio::test]
async fn rd_04_no_value_leads_off_the_site() {
    let server = Server::start(same()).await;
    for (target, status) in [
        ("//evil.com", 404),
        ("/%2Fevil.com", 400),
        ("/%5Cevil.com", 400),
        ("/\\evil.com", 400),
    ] {
        let answer = server.get(target).await;
        assert_eq!(answer.status, status, "{target}");
        assert_eq!(answer.header("location"), None, "{target}");
    }
}

#[tokio::test]
async fn rd_05_the_query_is_kept() {
    let answer = Server::start(named()).await.get("/old?x=1").await;
    assert_eq!(leads(&answer), (301, Some("/new?x=1")));
}
