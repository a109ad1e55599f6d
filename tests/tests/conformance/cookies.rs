//! Cookies over the wire.

use isle_fixture::rows::cookies::cookies;
use isle_tests::raw::Server;

#[tokio::test]
async fn ck_04_a_cookie_header_is_read() {
    let server = Server::start(cookies()).await;
    for (header, expected) in [
        ("x=", "Some(\"\")"),
        ("x", "None"),
        ("x=1; x=2", "Some(\"1\")"),
        ("  x = 1 ;y=2", "Some(\"1\")"),
        ("x=a=b", "Some(\"a=b\")"),
        ("a=1;;x=3", "Some(\"3\")"),
        ("x=\"q\"", "Some(\"\\\"q\\\"\")"),
        ("X=1", "None"),
    ] {
        let answer = server.get_with("/x", header).await;
        assert_eq!(answer.text(), expected, "{header}");
    }
}

#[tokio::test]
async fn ck_09_set_cookie_lines_keep_their_order() {
    let answer = Server::start(cookies()).await.get("/order").await;
    let lines = answer.all("set-cookie");
    let pairs: Vec<&str> = lines
        .iter()
        .map(|line| line.split(';').next().unwrap_or_default())
        .collect();
    assert_eq!(pairs, ["raw1=1", "raw2=2", "a=new", "b=b", "c="]);
    let deleted = lines[4].to_ascii_lowercase();
    assert!(deleted.contains("max-age=0") || deleted.contains("expires=thu, 01 jan 1970"));
}

#[tokio::test]
async fn ck_11_a_cookie_that_a_component_sets_is_kept() {
    let answer = Server::start(cookies()).await.get("/components").await;
    assert_eq!(answer.cookies(), "first=1; second=1");
    assert!(answer.text().ends_with("<i>first</i><i>second</i>"));
}
