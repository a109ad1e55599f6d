//! Slashes at the end, and base paths.

use isle_fixture::rows::paths::{always, based};
use isle_tests::raw::Server;

use crate::{check, shown};

#[tokio::test]
async fn ts_11_a_dot_in_a_value_hides_no_page() {
    let server = Server::start(always()).await;
    let answer = server.get("/rn/a.b").await;
    let location = answer.header("location");
    assert_eq!((answer.status, location), (301, Some("/rn/a.b/")));
    assert_eq!(shown(&server.get("/rn/a.b/").await), "slug=a.b");
}

#[tokio::test]
async fn ts_12_head_is_redirected_like_get_without_a_body() {
    let server = Server::start(always()).await;
    for method in ["GET", "HEAD"] {
        let answer = server.request(method, "/another?a=b", &[]).await;
        let location = answer.header("location");
        let expected = (301, Some("/another/?a=b"));
        assert_eq!((answer.status, location), expected, "{method}");
        assert!(answer.body.is_empty(), "{method}");
        assert_eq!(answer.header("content-type"), None, "{method}");
    }
}

#[tokio::test]
async fn sec_07_outside_its_base_a_site_has_no_page() {
    check(
        based(),
        &[
            ("/new", "404"),
            ("/docs/new", "new"),
            ("/docs", "index"),
            ("/docs/", "index"),
            ("/", "404"),
            ("/docsX/new", "404"),
            ("/DOCS/new", "404"),
        ],
    )
    .await;
}
