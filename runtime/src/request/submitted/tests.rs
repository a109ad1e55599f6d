//! Forms from the request to the page.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequestParts};
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{NotSubmitted, Submitted};
use crate::Settings;
use crate::request::context::Context;

const FORM: &str = "application/x-www-form-urlencoded";

async fn send<T: DeserializeOwned>(
    method: &str,
    content_type: &str,
    body: impl Into<Body>,
) -> Result<Submitted<T>, NotSubmitted> {
    let request = Request::builder()
        .method(method)
        .header(CONTENT_TYPE, content_type);
    let mut parts = request.body(()).unwrap().into_parts().0;
    let context = Arc::new(Context::new(Arc::new(Settings::default()), "/"));
    context.put_body(body.into());
    parts.extensions.insert(context);
    Submitted::from_request_parts(&mut parts, &()).await
}

async fn post<T: DeserializeOwned>(body: &'static str) -> Submitted<T> {
    send("POST", FORM, body).await.unwrap()
}

#[derive(Deserialize)]
struct Login {
    name: String,
    password: String,
}

async fn check(name: &str, password: &str) -> Result<Option<u64>, std::io::Error> {
    match (name, password) {
        ("broken", _) => Err(std::io::Error::other("the database is gone")),
        (_, "demo") => Ok(Some(42)),
        _ => Ok(None),
    }
}

#[tokio::test]
async fn nothing_on_get() {
    let form = send::<Login>("GET", "", "name=a&password=demo")
        .await
        .unwrap();
    assert!(!form.is_submitted() && form.get().is_none());
    assert_eq!(
        form.accepted(|f| check(&f.name, &f.password))
            .await
            .unwrap(),
        None
    );
    form.refuse("no");
    assert_eq!(
        (form.value("name"), form.error(), form.failed("name")),
        (None, None, false)
    );
}

#[tokio::test]
async fn an_accepted_form() {
    let form = post::<Login>("name=Zo%C3%AB+K&password=demo").await;
    assert_eq!(form.get().unwrap().name, "Zoë K");
    assert_eq!(
        form.accepted(|f| check(&f.name, &f.password))
            .await
            .unwrap(),
        Some(42)
    );
    assert_eq!(form.error(), None);
}

#[tokio::test]
async fn a_form_that_is_not_accepted_says_so() {
    let form = post::<Login>("name=a&password=wrong").await;
    assert_eq!(
        form.accepted(|f| check(&f.name, &f.password))
            .await
            .unwrap(),
        None
    );
    assert!(form.error().is_some());
    form.refuse("Wrong name or password.");
    assert_eq!(form.error().as_deref(), Some("Wrong name or password."));
    form.refuse_field("name", "Unknown.");
    assert_eq!(form.error_of("name").as_deref(), Some("Unknown."));
    assert_eq!(form.value("name"), Some("a"));
    let form = post::<Login>("name=broken&password=x").await;
    assert!(
        form.accepted(|f| check(&f.name, &f.password))
            .await
            .is_err()
    );
}

#[derive(Debug, Deserialize, PartialEq)]
struct Order {
    size: u8,
    price: f64,
    color: Color,
    gift: bool,
    tags: Vec<String>,
    numbers: Vec<u8>,
    note: Option<String>,
    count: Option<u32>,
    email: Email,
    #[serde(default = "one")]
    copies: u32,
}

fn one() -> u32 {
    1
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Color {
    Red,
    Blue,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(try_from = "String")]
struct Email(String);

impl TryFrom<String> for Email {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Email, &'static str> {
        if text.contains('@') {
            Ok(Email(text))
        } else {
            Err("Enter an e-mail address.")
        }
    }
}

#[tokio::test]
async fn every_kind_of_field() {
    let body = "size=+7&price=1.5&color=blue&gift=on&tags=a&tags=b+c&numbers=1&numbers=2&note=\
                &count=&email=a%40b&other=x";
    let expected = Order {
        size: 7,
        price: 1.5,
        color: Color::Blue,
        gift: true,
        tags: vec!["a".to_owned(), "b c".to_owned()],
        numbers: vec![1, 2],
        note: None,
        count: None,
        email: Email("a@b".to_owned()),
        copies: 1,
    };
    assert_eq!(post::<Order>(body).await.get(), Some(&expected));
}

#[tokio::test]
async fn an_unticked_checkbox_and_an_empty_list_send_nothing() {
    let form = post::<Order>("size=7&price=1&color=red&email=a%40b").await;
    let order = form.get().unwrap();
    assert!(!order.gift && order.tags.is_empty() && order.numbers.is_empty());
}

#[tokio::test]
async fn the_last_of_equal_names_counts() {
    let form = post::<Login>("name=a&name=b&password=x").await;
    assert_eq!(form.get().unwrap().name, "b");
    assert_eq!(form.value("name"), Some("b"));
    assert_eq!(form.values("name"), ["a", "b"]);
}

#[tokio::test]
async fn every_fields_error_at_once() {
    let form = post::<Order>("size=300&price=x&color=green&gift=maybe&numbers=1&numbers=x").await;
    assert!(form.is_submitted() && form.get().is_none());
    let error = |name| form.error_of(name).unwrap_or_default();
    assert_eq!(error("size"), "Enter a whole number from 0 to 255.");
    assert_eq!(error("price"), "Enter a number.");
    assert_eq!(error("color"), "Choose one of: red, blue.");
    assert_eq!(error("gift"), "Choose yes or no.");
    assert_eq!(error("numbers"), "Enter a whole number.");
    assert_eq!(error("email"), "Fill this in.");
    assert_eq!(form.errors().len(), 6);
    assert!(form.failed("size") && !form.failed("note"));
    assert_eq!(
        form.error().as_deref(),
        Some("Check the fields that are marked.")
    );
    assert_eq!(form.value("size"), Some("300"));
    let found = form
        .accepted(|_| async { Ok::<_, std::io::Error>(Some(())) })
        .await
        .unwrap();
    assert_eq!(found, None);
}

#[tokio::test]
async fn empty_and_missing_fields() {
    let form = post::<Order>("size=&price=+&email=x&color=").await;
    let error = |name| form.error_of(name).unwrap_or_default();
    assert_eq!(
        (error("size"), error("price")),
        ("Fill this in.".into(), "Fill this in.".into())
    );
    assert_eq!(error("email"), "Enter an e-mail address.");
    assert_eq!(error("color"), "Choose one of: red, blue.");
    let form = post::<Login>("").await;
    assert_eq!((form.failed("name"), form.failed("password")), (true, true));
    assert!(post::<Login>("name=&password=").await.get().is_some());
    assert!(post::<()>("").await.get().is_some());
}

#[tokio::test]
async fn numbers_that_are_none() {
    #[derive(Deserialize)]
    struct Price {
        #[allow(dead_code)]
        price: f32,
    }
    for body in ["price=NaN", "price=inf", "price=1e99", "price=1,5"] {
        assert!(post::<Price>(body).await.failed("price"), "{body}");
    }
}

#[tokio::test]
async fn what_is_no_form_gets_its_status() {
    let status = async |content_type: &str, body: String| {
        let sent = send::<Login>("POST", content_type, body).await;
        sent.err()
            .map_or(200, |rejection| rejection.into_response().status().as_u16())
    };
    let good = || "name=a&password=b".to_owned();
    assert_eq!(status(FORM, good()).await, 200);
    assert_eq!(
        status("Application/X-WWW-Form-Urlencoded; charset=utf-8", good()).await,
        200
    );
    for content_type in [
        "",
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
    ] {
        assert_eq!(status(content_type, good()).await, 415);
    }
    assert_eq!(
        status(FORM, format!("name={}", "x".repeat(3 << 20))).await,
        413
    );
    assert_eq!(status(FORM, "a&".repeat(1001)).await, 400);
}

#[tokio::test]
async fn axums_limit_on_bodies_counts() {
    let mut request = Request::post("/")
        .header(CONTENT_TYPE, FORM)
        .body(())
        .unwrap();
    DefaultBodyLimit::max(10).apply(&mut request);
    let mut parts = request.into_parts().0;
    let context = Arc::new(Context::new(Arc::new(Settings::default()), "/"));
    context.put_body(Body::from("name=a&password=b"));
    parts.extensions.insert(context);
    let sent = Submitted::<Login>::from_request_parts(&mut parts, &()).await;
    let response = sent.expect_err("17 bytes are more than 10").into_response();
    assert_eq!(response.status(), 413);
}

#[tokio::test]
async fn a_page_can_wait_on_a_form_in_any_thread() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let form = post::<Login>("name=a&password=demo").await;
    let page = is_send(async { form.accepted(|f| check(&f.name, &f.password)).await });
    assert_eq!(page.await.unwrap(), Some(42));
}
