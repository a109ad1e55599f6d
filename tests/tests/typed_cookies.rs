//! Types that are cookies, and keys that change.
#![forbid(unsafe_code)]

use std::time::Duration;

use isle::Settings;
use isle::prelude::*;
use isle::request::{Keys, TypedCookie};
use isle_tests::raw::Server;

#[derive(Debug, CookieValue)]
#[cookie(name = "session", signed)]
struct Session {
    user: u64,
}

#[derive(Debug, CookieValue)]
#[cookie(name = "secret", private, max_age = Duration::from_secs(30 * 24 * 3600))]
struct Remembered {
    token: String,
}

#[derive(Debug, CookieValue)]
#[cookie(name = "theme")]
struct Theme {
    dark: bool,
    size: Option<u8>,
}

#[endpoint(POST, "/set")]
async fn set(cookies: Cookies) -> &'static str {
    cookies.set_typed(&Session { user: 7 });
    let token = "let me in; é".to_owned();
    cookies.set_typed(&Remembered { token });
    let (dark, size) = (true, None);
    cookies.set_typed(&Theme { dark, size });
    "set"
}

#[endpoint(POST, "/forget")]
async fn forget(cookies: Cookies) -> &'static str {
    cookies.remove_typed::<Session>();
    "forgotten"
}

#[endpoint(GET, "/get")]
async fn get(
    session: Option<Session>,
    remembered: Option<Remembered>,
    theme: Option<Theme>,
) -> String {
    let user = session.map(|it| it.user);
    let token = remembered.map(|it| it.token);
    let theme = theme.map(|it| (it.dark, it.size));
    format!("{user:?} {token:?} {theme:?}")
}

mod site {
    isle::site! { pub(super) SITE: [super::set, super::forget, super::get] }
}

async fn server(keys: &str) -> Server {
    let keys = Keys::read(keys).expect("keys");
    Server::start(site::SITE::router(Settings::default().keys(keys))).await
}

const OLD: &str = "the first key of which nobody knows anything";
const NEW: &str = "the second key of which nobody knows anything";
const ALL: &str = "Some(7) Some(\"let me in; é\") Some((true, None))";

#[tokio::test]
async fn what_was_set_is_an_argument() {
    let server = server(OLD).await;
    let answer = server.post("/set", "", &[]).await;
    assert_eq!(server.get_with("/get", &answer.cookies()).await.text(), ALL);
    let lines = answer.all("set-cookie");
    assert!(!lines[1].contains("let"), "a private value can't be read");
    assert!(lines[1].contains("Max-Age=2592000"));
    assert!(!lines[0].contains("Max-Age"));
    assert_eq!(
        Remembered::MAX_AGE,
        Some(Duration::from_secs(30 * 24 * 3600))
    );
    let answer = server.post("/forget", "", &[]).await;
    assert!(answer.cookies().starts_with("session="));
}

#[tokio::test]
async fn what_does_not_verify_or_parse_is_none() {
    let server = server(OLD).await;
    for cookies in [
        "",
        "session=; secret=; theme=",
        "session={\"user\":7}; secret=x; theme=x",
        "theme={\"dark\":1}",
        "SESSION=1; Theme={}",
    ] {
        let answer = server.get_with("/get", cookies).await;
        assert_eq!(answer.text(), "None None None", "{cookies}");
    }
    let cookies = server.post("/set", "", &[]).await.cookies();
    let answer = server.get_with("/get", "theme={\"dark\":true}").await;
    assert_eq!(answer.text(), "None None Some((true, None))");
    // A value that was signed under one name is none under another.
    let renamed = cookies.replace("session=", "other=");
    let renamed = renamed.replace("secret=", "session=");
    let answer = server.get_with("/get", &renamed).await;
    assert!(answer.text().starts_with("None None "));
}

#[tokio::test]
async fn old_keys_open_what_they_sealed_and_seal_nothing_new() {
    let before = server(OLD).await;
    let cookies = before.post("/set", "", &[]).await.cookies();

    let rotated = server(&format!("{NEW},{OLD}")).await;
    assert_eq!(rotated.get_with("/get", &cookies).await.text(), ALL);
    let renewed = rotated.post("/set", "", &[]).await.cookies();

    let after = server(NEW).await;
    assert_eq!(after.get_with("/get", &renewed).await.text(), ALL);
    let answer = after.get_with("/get", &cookies).await;
    assert_eq!(answer.text(), "None None Some((true, None))");
    let answer = before.get_with("/get", &renewed).await;
    assert_eq!(answer.text(), "None None Some((true, None))");
}

/// A cookie may have the name that a type parameter often has.
#[test]
fn any_name_will_do_for_a_cookie() {
    #[derive(CookieValue)]
    #[cookie(name = "s", signed)]
    struct S {
        number: u32,
    }

    #[page("/s")]
    async fn shown(s: Option<S>) -> Page {
        html! { <p>{s.map(|s| s.number)}</p> }
    }

    let _: axum::Router = isle::router![shown];
}
