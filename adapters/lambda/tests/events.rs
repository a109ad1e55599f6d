//! Events as API Gateway sends them (payload format 2.0), through the function's own service.

use http_body_util::BodyExt;
use isle::Settings;
use isle::request::Keys;
use serde_json::Value;
use tower_service::Service;

/// The status, the headers and the body of the answer to an event.
async fn answer(event: &str) -> (u16, Vec<(String, String)>, String) {
    let request = lambda_http::request::from_str(event).unwrap();
    let keys = Keys::read("a key for the tests of the function alone");
    let mut app = isle_on_lambda::app(Settings::default().keys(keys.unwrap()))
        .await
        .unwrap();
    let response = app.call(request).await.unwrap();
    let status = response.status().as_u16();
    let headers = response.headers().iter();
    let headers = headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, headers, String::from_utf8_lossy(&body).into_owned())
}

fn changed(event: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut event: Value = serde_json::from_str(event).unwrap();
    change(&mut event);
    event.to_string()
}

const GET: &str = include_str!("events/get.json");
const POST: &str = include_str!("events/post.json");

/// What a function's own URL was sent by curl in January 2023, as recorded in the tests of the crate `lambda_http` 1.3.2.
const RECORDED: &str = include_str!("events/recorded.json");

#[tokio::test]
async fn a_recorded_event_is_a_request() {
    assert_eq!(answer(RECORDED).await.0, 404, "it asks for /my/path");
    let greeting = changed(RECORDED, |event| event["rawPath"] = "/greeting/path".into());
    let (status, headers, body) = answer(&greeting).await;
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("<h1>Hello, path</h1>"), "{body}");
    let html = ("content-type".into(), "text/html; charset=utf-8".into());
    assert!(headers.contains(&html), "{headers:?}");
}

#[tokio::test]
async fn a_page_is_answered_and_knows_its_cookies() {
    let (status, headers, body) = answer(GET).await;
    assert_eq!(status, 200, "{body}");
    assert!(
        body.contains("<h1>Hello, café</h1>") && body.contains("so far: 1"),
        "{body}"
    );
    let cookies: Vec<&String> = headers
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .map(|(_, value)| value)
        .collect();
    let [cookie] = &*cookies else {
        panic!("{cookies:?}")
    };
    let pair = cookie.split(';').next().unwrap().to_owned();
    let again = changed(GET, |event| event["cookies"] = vec![pair].into());
    let (_, _, body) = answer(&again).await;
    assert!(body.contains("so far: 2"), "{body}");
}

#[tokio::test]
async fn a_body_in_base64_is_a_form() {
    let (status, _, body) = answer(POST).await;
    assert_eq!((status, &*body), (200, "name is café\nsize is a b&c\n"));
    let foreign = changed(POST, |event| {
        event["headers"]["sec-fetch-site"] = "cross-site".into()
    });
    assert_eq!(answer(&foreign).await.0, 403);
}

#[tokio::test]
async fn a_page_from_memory_and_what_is_not_there() {
    let home = changed(GET, |event| event["rawPath"] = "/".into());
    let (status, headers, _) = answer(&home).await;
    assert_eq!(status, 200);
    assert!(headers.iter().any(|(name, _)| name == "etag"));
    let lost = changed(GET, |event| event["rawPath"] = "/nowhere".into());
    assert_eq!(answer(&lost).await.0, 404);
}
