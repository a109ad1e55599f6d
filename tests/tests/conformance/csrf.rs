//! Requests that other sites cause.

use isle_tests::conformance::Conformance;
use isle_tests::raw::{Answer, Server};
use tokio::runtime::Runtime;

use crate::{fixture, media_type};

async fn post(server: &Server, path: &str, origin: &[(&str, &str)]) -> Answer {
    let mut headers = vec![
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-length", "0"),
    ];
    headers.extend_from_slice(origin);
    server.request("POST", path, &headers).await
}

#[tokio::test]
async fn cs_05_the_origin_decides_where_the_browser_says_no_more() {
    let server = fixture().await;
    for (origin, status) in [
        (&[("origin", "null")][..], 403),
        (&[], 200),
        (&[("origin", "http://example.com:8080")], 403),
        (&[("origin", "http://example.com")], 200),
    ] {
        let answer = post(&server, "/form", origin).await;
        assert_eq!(answer.status, status, "{origin:?} {}", answer.text());
        if status == 403 {
            let expected = "Cross-site POST form submissions are forbidden";
            assert_eq!(answer.text(), expected);
            assert_eq!(media_type(&answer), ["text/plain", "charset=utf-8"]);
        }
    }
}

#[tokio::test]
async fn what_opts_out_takes_posts_of_other_sites() {
    let server = fixture().await;
    let foreign = [
        ("origin", "http://evil.test"),
        ("sec-fetch-site", "cross-site"),
    ];
    let answer = post(&server, "/hook", &foreign).await;
    assert_eq!((answer.status, answer.text()), (200, "hooked "));
    assert_eq!(post(&server, "/form", &foreign).await.status, 403);
}

#[test]
fn csrf() {
    let Some(cases) = Conformance::read("csrf") else {
        return;
    };
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(fixture());
    cases.each("rows", |row| {
        let headers = row[1].as_object().expect("headers").iter();
        let mut headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str().expect("a text")))
            .collect();
        headers.push(("content-length", "0"));
        let method = row[0].as_str().expect("a method");
        let answer = runtime.block_on(server.request(method, "/form", &headers));
        let fits = match row[2].as_str().expect("an expectation") {
            // What follows is the handler's own answer: it may not know the form's encoding.
            "pass" => !matches!(answer.status, 0 | 403 | 405 | 500..),
            "403" => answer.status == 403,
            "405" => answer.status == 405,
            // Method names are case-sensitive, and a path that does not answer one is 405 first.
            "403 or 405" => matches!(answer.status, 403 | 405),
            "403 or pass" => !matches!(answer.status, 0 | 500..),
            text if text.starts_with("403 ") => answer.status == 403,
            other => return Err(format!("nobody knows what {other:?} expects")),
        };
        fits.then_some(())
            .ok_or_else(|| format!("answered {}", answer.status))
    });
}
