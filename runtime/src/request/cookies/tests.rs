//! Cookies from the request to the answer.

#[cfg(feature = "signed")]
use std::sync::Arc;

use crate::Html;
use crate::request::Cookie;
use crate::request::rehearsal::{answer_with_cookies, values};
use crate::response::{Failure, redirect, respond};

#[tokio::test]
async fn ck_09_set_cookie_lines_keep_their_order() {
    let response = answer_with_cookies("c=1", |head, cookies| {
        head.append("set-cookie", "raw1=1");
        head.append("set-cookie", "raw2=2");
        cookies.set_with(Cookie::bare("a", 1));
        cookies.set_with(Cookie::bare("b", 2));
        cookies.set_with(Cookie::bare("a", 3));
        cookies.remove_with(Cookie::bare("c", ""));
        respond([("set-cookie", "own=0")])
    })
    .await;
    let removed = "c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    assert_eq!(
        values(&response, "set-cookie"),
        ["own=0", "raw1=1", "raw2=2", "a=3", "b=2", removed]
    );
}

#[tokio::test]
async fn cookies_are_read_as_the_page_left_them() {
    let response = answer_with_cookies("a=1; a=2; b=%20", |_, cookies| {
        assert_eq!(cookies.get("a").unwrap().value(), "1");
        assert_eq!(cookies.get_all("a").len(), 2);
        assert_eq!(cookies.get("b").unwrap().value(), " ");
        assert_eq!(cookies.get("b").unwrap().raw(), "%20");
        cookies.set("a", "x y");
        cookies.remove("b");
        assert_eq!(cookies.get("a").unwrap().value(), "x y");
        assert!(!cookies.has("b") && cookies.get_all("b").is_empty());
        cookies.set_json("j", &[1, 2]);
        assert_eq!(cookies.get("j").unwrap().json::<Vec<u8>>().unwrap(), [1, 2]);
        redirect("/")
    })
    .await;
    assert_eq!(response.status(), 302);
    assert_eq!(
        values(&response, "set-cookie"),
        [
            "a=x%20y; Path=/; HttpOnly; SameSite=Lax",
            "b=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
            "j=[1%2C2]; Path=/; HttpOnly; SameSite=Lax",
        ]
    );
}

#[tokio::test]
async fn cookies_are_kept_when_the_page_fails() {
    let response = answer_with_cookies("", |_, cookies| {
        cookies.set("a", 1);
        Err("the database is gone".into())
    })
    .await;
    assert_eq!(
        (
            response.status().as_u16(),
            values(&response, "set-cookie").len()
        ),
        (500, 1)
    );
}

#[tokio::test]
async fn a_cookie_that_browsers_would_not_take_is_a_500() {
    let response = answer_with_cookies("", |_, cookies| {
        cookies.set("good", 1);
        cookies.set("b a d", 1);
        Ok(Html::trusted("<p>"))
    })
    .await;
    assert_eq!(response.status(), 500);
    let failure = response.extensions().get::<Failure>().unwrap();
    assert!(failure.0.to_string().contains("b a d"));
    assert_eq!(values(&response, "set-cookie").len(), 1);
}

#[cfg(feature = "signed")]
#[tokio::test]
async fn a_key_that_was_changed_still_opens() {
    use axum::extract::FromRequestParts;
    use axum::http::Request;

    use crate::request::Keys;
    use crate::request::context::Context;
    use crate::{Cookies, Settings};

    let (old, new) = ("o".repeat(32), "n".repeat(32));
    let with = |secrets: &str, sent: &str| {
        let settings = Settings::default().keys(Keys::read(secrets).unwrap());
        let context = Arc::new(Context::new(Arc::new(settings), "/"));
        let request = Request::builder().header("cookie", sent);
        let mut parts = request.body(()).unwrap().into_parts().0;
        parts.extensions.insert(context.clone());
        async move { Cookies::from_request_parts(&mut parts, &()).await.unwrap() }
    };
    let cookies = with(&old, "").await;
    cookies.signed().set("session", 42);
    cookies.private().set("note", "é; b");
    assert_eq!(cookies.signed().get("session").unwrap().value(), "42");
    let sealed = |name| cookies.get(name).unwrap().into_value();
    let planted = "session=planted; ";
    let sent = format!(
        "{planted}session={}; note={}",
        sealed("session"),
        sealed("note")
    );
    for (secrets, opens) in [(&old, true), (&format!("{new},{old}"), true), (&new, false)] {
        let cookies = with(secrets, &sent).await;
        assert_eq!(cookies.signed().get("session").is_some(), opens);
        assert_eq!(
            cookies
                .private()
                .get("note")
                .is_some_and(|n| n.expose().value() == "é; b"),
            opens
        );
        assert!(cookies.private().get("session").is_none());
    }
}
