//! How what a page set beside its response gets into it.

use std::error::Error;
use std::sync::Arc;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{IntoResponse, Response};

use super::caching;
use super::head::Head;
use super::{Exit, Failure};
use crate::request::context::Context;

/// Merges the head and the cookies into the page's response.
///
/// - Something in them that can't be sent makes the answer a 500.
/// - The page's status counts where the response has none of its own, that is 200.
/// - A header that the page set yields to the response's own, but replaces the content type of
///   markup; a header that it appended is added in any case.
/// - `Set-Cookie` lines: the response's, then the head's, then the cookies in the order in which
///   their names were first set. None is lost, whatever the answer is.
/// - An answer that depends on cookies, or sets one, is kept out of shared caches. One that sets a cookie and
///   says that it is for them is a 500.
pub(crate) fn merge(context: &Context, mut response: Response) -> Response {
    let jar = context.jar();
    let head = context.take_head();
    if let Some(refused) = head.as_ref().and_then(|head| head.refused.clone()) {
        response = refuse(response, refused);
    }
    if let Some(refused) = jar.refused() {
        response = refuse(response, refused);
    }
    if let Some(head) = head {
        if let (Some(status), StatusCode::OK) = (head.status, response.status()) {
            *response.status_mut() = status;
        }
        merge_headers(&head, &mut response);
    }
    jar.write(response.headers_mut());
    if let Err(shared) = caching::keep_private(jar.was_read(), response.headers_mut()) {
        fail(&mut response, shared);
        caching::keep_private(jar.was_read(), response.headers_mut())
            .expect("what is for caches is gone");
    }
    response
}

/// Makes a failure of an answer. Its headers stay, but for those that are about its body.
#[cold]
fn fail(response: &mut Response, cause: impl Error + Send + Sync + 'static) {
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    *response.body_mut() = Body::empty();
    let headers = response.headers_mut();
    headers.remove(CONTENT_TYPE);
    let for_caches: Vec<_> = headers
        .keys()
        .filter(|name| caching::is_for_caches(name))
        .cloned()
        .collect();
    for name in for_caches {
        headers.remove(name);
    }
    // A page that has failed before told the nearer cause.
    if response.extensions().get::<Failure>().is_some() {
        tracing::error!("{cause}");
    } else {
        response.extensions_mut().insert(Failure(Arc::new(cause)));
    }
}

/// Answers with the failure instead, unless the page has failed before: that is the nearer cause.
fn refuse(response: Response, refused: impl Error + Send + Sync + 'static) -> Response {
    if response.extensions().get::<Failure>().is_some() {
        tracing::error!("{refused}");
        response
    } else {
        Exit::from(refused).into_response()
    }
}

fn merge_headers(head: &Head, response: &mut Response) {
    // A page may have let caches keep it before it failed. Nobody wants the error kept.
    let failed = response.status().is_server_error();
    for name in head.headers.keys() {
        if failed && caching::is_for_caches(name) {
            continue;
        }
        let headers = response.headers_mut();
        if head.set.contains(name) && name != SET_COOKIE {
            match headers.get(name) {
                Some(own) if own != MARKUP => continue,
                _ => headers.remove(name),
            };
        }
        for value in head.headers.get_all(name) {
            headers.append(name, value.clone());
        }
    }
}

/// The content type that markup is sent with.
const MARKUP: &str = "text/html; charset=utf-8";

#[cfg(test)]
mod tests {
    use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};

    use super::*;
    use crate::Html;
    use crate::request::rehearsal::{answer, values};
    use crate::response::{ResponseHead, not_found_with, redirect};

    #[tokio::test]
    async fn status_and_headers_of_markup() {
        let response = answer(|head| {
            head.status(404);
            head.header("x-a", "1");
            head.header("X-A", "2");
            head.append("x-a", "3");
            head.header(CONTENT_TYPE, "application/xhtml+xml");
            Ok(Html::trusted("<p>"))
        })
        .await;
        assert_eq!(response.status(), 404);
        assert_eq!(values(&response, "x-a"), ["2", "3"]);
        assert_eq!(values(&response, "content-type"), ["application/xhtml+xml"]);
    }

    #[tokio::test]
    async fn rs_07_headers_are_merged_into_a_response_of_ones_own() {
        let response = answer(|head| {
            head.status(StatusCode::CREATED);
            head.header("x-a", "b");
            head.header(CONTENT_TYPE, "text/csv");
            not_found_with("Not found")
        })
        .await;
        assert_eq!(response.status(), 404);
        assert_eq!(values(&response, "x-a"), ["b"]);
        assert_eq!(
            values(&response, "content-type"),
            ["text/plain; charset=utf-8"]
        );
        let response = answer(|head| {
            head.header(LOCATION, "/elsewhere");
            head.append("set-cookie", "a=b");
            redirect("/login")
        })
        .await;
        assert_eq!(
            (response.status().as_u16(), values(&response, "location")),
            (302, vec!["/login"])
        );
        assert_eq!(values(&response, "set-cookie"), ["a=b"]);
    }

    #[tokio::test]
    async fn what_cannot_be_sent_is_a_500() {
        let bad: [fn(&ResponseHead); 6] = [
            |head| head.header("x-a", "b\r\nx-c: d"),
            |head| head.header("x a", "b"),
            |head| head.append("x-a", "\0"),
            |head| head.status(99),
            |head| head.status(100),
            |head| head.header("content-length", 5),
        ];
        for set in bad {
            let response = answer(|head| {
                set(head);
                head.header("x-kept", "yes");
                Ok(Html::trusted("<p>"))
            })
            .await;
            assert_eq!(response.status(), 500);
            assert!(response.extensions().get::<Failure>().is_some());
            assert!(!response.headers().contains_key("x-a"));
            assert_eq!(values(&response, "x-kept"), ["yes"]);
        }
    }

    #[tokio::test]
    async fn a_500_is_not_for_caches() {
        let response = answer(|head| {
            head.header(CACHE_CONTROL, "public, s-maxage=60");
            head.header("x-a", "b");
            Err("the database is gone".into())
        })
        .await;
        assert_eq!(response.status(), 500);
        assert!(!response.headers().contains_key(CACHE_CONTROL));
        assert_eq!(values(&response, "x-a"), ["b"]);
    }
}
