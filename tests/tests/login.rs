//! A form, its cookie and its redirect, over a real socket: the login of the guide.

use axum::extract::State;
use isle::prelude::*;
use isle::request::Keys;
use isle_tests::raw::Server;
use serde::Deserialize;

#[derive(Clone)]
struct Shop;

struct User {
    id: u64,
}

impl Shop {
    async fn check(&self, name: &str, password: &str) -> Result<Option<User>, std::io::Error> {
        match (name, password) {
            ("broken", _) => Err(std::io::Error::other("the database is gone")),
            ("demo", "popcorn") => Ok(Some(User { id: 7 })),
            _ => Ok(None),
        }
    }
}

#[derive(Deserialize)]
struct Login {
    name: String,
    password: String,
}

#[page("/login", methods(GET, POST))]
async fn login(form: Submitted<Login>, cookies: Cookies, State(shop): State<Shop>) -> Page {
    if let Some(user) = form.accepted(|f| shop.check(&f.name, &f.password)).await? {
        cookies.signed().set("session", user.id);
        return redirect(dashboard::url());
    }
    html! {
        <form method="post">
            <input name="name" value={form.value("name")} aria-invalid={form.failed("name")} />
            <p role="alert">{form.error()}</p>
            <button>"Log in"</button>
        </form>
    }
}

#[page("/dashboard")]
async fn dashboard(cookies: Cookies) -> Page {
    let Some(session) = cookies.signed().get("session") else {
        return redirect(login::url());
    };
    let user: u64 = session.parse()?;
    html! { <p>User {user}</p> }
}

#[page("/fails")]
async fn fails(cookies: Cookies, response: ResponseHead) -> Page {
    response.header(CACHE_CONTROL, "public, s-maxage=60");
    cookies.set("kept", 1);
    Err("the database is gone".into())
}

#[page("/gone")]
async fn gone(cookies: Cookies, response: ResponseHead) -> Page {
    response.append("x-reason", "sold out");
    cookies.remove("cart");
    not_found()
}

async fn server() -> Server {
    let keys = Keys::read("a key for tests and nothing but tests").expect("a key");
    let settings = isle::Settings::default().keys(keys);
    Server::start(SITE::router(settings).with_state(Shop)).await
}

isle::site! { SITE: [login, dashboard, fails, gone] }

#[tokio::test]
async fn a_visitor_logs_in() {
    let server = server().await;
    let answer = server.get("/dashboard").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (302, Some("/login"))
    );
    assert!(answer.body.is_empty());

    let answer = server.get("/login").await;
    assert_eq!(answer.status, 200);
    assert!(
        answer
            .text()
            .contains(r#"<input name="name" aria-invalid="false""#),
        "{}",
        answer.text()
    );

    let answer = server
        .post("/login", "name=demo&password=popcorn", &[])
        .await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (302, Some("/dashboard"))
    );
    assert!(
        answer
            .header("set-cookie")
            .is_some_and(|line| line.contains("HttpOnly"))
    );

    let cookies = answer.cookies();
    let answer = server.get_with("/dashboard", &cookies).await;
    assert!(answer.text().contains("User 7"));
    assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
    assert_eq!(answer.header("vary"), Some("Cookie"));

    let tampered = cookies
        .strip_suffix('7')
        .expect("the value comes last")
        .to_owned()
        + "8";
    assert_eq!(server.get_with("/dashboard", &tampered).await.status, 302);
}

#[tokio::test]
async fn a_form_that_is_not_accepted_is_shown_again() {
    let server = server().await;
    let answer = server
        .post("/login", "name=%3Cdemo%3E&password=wrong", &[])
        .await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains(r#"value="&lt;demo&gt;""#));
    assert!(!answer.text().contains(r#"<p role="alert"></p>"#));
    assert!(answer.header("set-cookie").is_none());

    let answer = server.post("/login", "password=x", &[]).await;
    assert!(answer.text().contains(r#"aria-invalid="true""#));
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused() {
    let server = server().await;
    let form = "name=demo&password=popcorn";
    let answer = server
        .post("/login", form, &[("sec-fetch-site", "cross-site")])
        .await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        answer.text(),
        "Cross-site POST form submissions are forbidden"
    );
    assert_eq!(
        server
            .post("/login", "name=broken&password=x", &[])
            .await
            .status,
        500
    );
    let json = "POST /login HTTP/1.1\r\nhost: a.test\r\nconnection: close\r\n\
                content-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
    assert_eq!(server.send(json).await.status, 415);
    let hostless = "GET /login HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n";
    assert_eq!(server.send(hostless).await.status, 400);
}

#[tokio::test]
async fn cookies_and_headers_are_kept_on_error_pages() {
    let server = server().await;
    let answer = server.get("/fails").await;
    assert_eq!(answer.status, 500);
    assert!(
        answer
            .header("set-cookie")
            .is_some_and(|line| line.starts_with("kept=1;"))
    );
    assert!(
        !answer
            .header("cache-control")
            .is_some_and(|value| value.contains("public"))
    );
    let answer = server.get("/gone").await;
    assert_eq!(
        (answer.status, answer.header("x-reason")),
        (404, Some("sold out"))
    );
    assert!(
        answer
            .header("set-cookie")
            .is_some_and(|line| line.starts_with("cart=;"))
    );
}
