use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::redirect::{External, Redirect, RedirectTo};

/// What a page answers in the place of its markup: a redirect, a 404, a response of its own, or a
/// failure.
///
/// Every error converts into one, so `?` works in a page whatever the error's type; the failure is
/// logged with the error and what caused it, and answered with the site's 500 page.
///
/// ```
/// use isle::response::{Exit, Page};
///
/// fn page(shoes: &[&str]) -> Page {
///     let first = shoes.first().ok_or_else(Exit::not_found)?;
///     let size: u32 = first.parse()?;
///     Ok(isle::html::Html::trusted(size.to_string()))
/// }
/// # assert!(page(&["42"]).is_ok());
/// # assert!(page(&["big"]).is_err());
/// ```
pub struct Exit(Kind);

enum Kind {
    Redirect(Redirect, HeaderValue),
    NotFound,
    /// Behind a lock only to be `Sync`, which a body is not; so markup that holds an exit can be
    /// shared.
    Response(Box<Mutex<Response>>),
    Error(Box<dyn Error + Send + Sync>),
}

/// The error behind a 500, in the extensions of its response.
///
/// Whatever stands between the page and the browser can read it: the router does, to log the error
/// and to show it where [`Errors::Shown`](super::Errors::Shown) is set.
#[derive(Clone, Debug)]
pub struct Failure(pub Arc<dyn Error + Send + Sync>);

impl Exit {
    /// A 404 with the site's own page for it. See [`not_found`](super::not_found).
    pub fn not_found() -> Exit {
        Exit(Kind::NotFound)
    }

    /// A 404 with this text as the body. See [`not_found_with`](super::not_found_with).
    pub fn not_found_with(body: impl Into<String>) -> Exit {
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        Exit::respond((StatusCode::NOT_FOUND, [(CONTENT_TYPE, text)], body.into()))
    }

    /// A redirect with status 302. See [`redirect`](super::redirect()).
    pub fn redirect(to: impl RedirectTo) -> Exit {
        Exit::redirect_with(to, Redirect::Found)
    }

    /// A redirect with a status of one's choice. See [`redirect_with`](super::redirect_with).
    pub fn redirect_with(to: impl RedirectTo, status: Redirect) -> Exit {
        match to.link() {
            Ok(link) => Exit(Kind::Redirect(status, link.to_header())),
            Err(refused) => Exit::from(refused),
        }
    }

    /// A redirect to another site, with status 302. See
    /// [`redirect_external`](super::redirect_external).
    pub fn redirect_external(to: impl External) -> Exit {
        match to.location() {
            Ok(location) => Exit(Kind::Redirect(Redirect::Found, location)),
            Err(refused) => Exit::from(refused),
        }
    }

    /// A response of one's own. See [`respond`](super::respond).
    pub fn respond(response: impl IntoResponse) -> Exit {
        Exit(Kind::Response(Box::new(Mutex::new(
            response.into_response(),
        ))))
    }
}

/// Any error, `anyhow::Error` and a boxed error among them, becomes a failure: a 500.
impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for Exit {
    fn from(error: E) -> Exit {
        Exit(Kind::Error(error.into()))
    }
}

impl IntoResponse for Exit {
    fn into_response(self) -> Response {
        match self.0 {
            Kind::Redirect(status, location) => (
                StatusCode::from(status),
                [(LOCATION, location)],
                Body::empty(),
            )
                .into_response(),
            Kind::NotFound => (StatusCode::NOT_FOUND, Body::empty()).into_response(),
            Kind::Response(response) => response
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner),
            Kind::Error(error) => {
                let mut response =
                    (StatusCode::INTERNAL_SERVER_ERROR, Body::empty()).into_response();
                response.extensions_mut().insert(Failure(Arc::from(error)));
                response
            }
        }
    }
}

impl fmt::Debug for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Redirect(status, location) => f
                .debug_tuple("Redirect")
                .field(status)
                .field(location)
                .finish(),
            Kind::NotFound => f.write_str("NotFound"),
            Kind::Response(response) => {
                let response = response.lock().unwrap_or_else(PoisonError::into_inner);
                f.debug_tuple("Response").field(&response.status()).finish()
            }
            Kind::Error(error) => f.debug_tuple("Error").field(error).finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::{Link, not_found_with, redirect, redirect_with};

    fn answer(page: crate::response::Page) -> Response {
        page.expect_err("the page exits").into_response()
    }

    #[test]
    fn redirect_is_302_with_an_empty_body() {
        let response = answer(redirect("/login"));
        assert_eq!(response.status(), 302);
        assert_eq!(response.headers()[LOCATION], "/login");
        assert_eq!(
            axum::body::HttpBody::size_hint(response.body()).exact(),
            Some(0)
        );
        assert!(!response.headers().contains_key(CONTENT_TYPE));
    }

    #[test]
    fn redirect_with_each_status() {
        for (status, code) in [
            (Redirect::MovedPermanently, 301),
            (Redirect::Found, 302),
            (Redirect::SeeOther, 303),
            (Redirect::Temporary, 307),
            (Redirect::Permanent, 308),
        ] {
            assert_eq!(answer(redirect_with("/new", status)).status(), code);
        }
    }

    #[test]
    fn redirect_encodes_a_literal_once() {
        let response = answer(redirect("/a bé"));
        assert_eq!(response.headers()[LOCATION], "/a%20b%C3%A9");
        let response = answer(redirect("/a%20b"));
        assert_eq!(response.headers()[LOCATION], "/a%20b");
    }

    #[test]
    fn redirect_to_a_literal_that_leaves_the_site_is_a_500_that_names_it() {
        let response = answer(redirect("//evil.test"));
        assert_eq!(response.status(), 500);
        let failure = response
            .extensions()
            .get::<Failure>()
            .expect("the error is kept");
        assert!(failure.0.to_string().contains("//evil.test"));
    }

    #[test]
    fn redirect_external_takes_http_alone() {
        let to = "https://example.com/a?b=c"
            .parse::<axum::http::Uri>()
            .unwrap();
        let response = Exit::redirect_external(&to).into_response();
        assert_eq!(response.headers()[LOCATION], "https://example.com/a?b=c");
        let to = axum::http::Uri::from_static("ftp://example.com/");
        assert_eq!(Exit::redirect_external(to).into_response().status(), 500);
        let to = axum::http::Uri::from_static("/local");
        assert_eq!(Exit::redirect_external(to).into_response().status(), 500);
    }

    #[test]
    fn not_found_with_sends_the_body_verbatim() {
        let response = answer(not_found_with("Not found"));
        assert_eq!(response.status(), 404);
        assert_eq!(
            response.headers()[CONTENT_TYPE],
            "text/plain; charset=utf-8"
        );
        assert_eq!(
            axum::body::HttpBody::size_hint(response.body()).exact(),
            Some(9)
        );
    }

    #[test]
    fn any_error_is_an_empty_500_that_keeps_its_cause() {
        fn fails() -> Result<(), Exit> {
            let _: u32 = "x".parse()?;
            Ok(())
        }
        let response = fails().unwrap_err().into_response();
        assert_eq!(response.status(), 500);
        assert_eq!(
            axum::body::HttpBody::size_hint(response.body()).exact(),
            Some(0)
        );
        let failure = response
            .extensions()
            .get::<Failure>()
            .expect("the error is kept");
        assert!(failure.0.is::<std::num::ParseIntError>());
        let boxed: Box<dyn Error + Send + Sync> = "boxed".into();
        assert_eq!(Exit::from(boxed).into_response().status(), 500);
        assert_eq!(Exit::from("text").into_response().status(), 500);
    }

    #[test]
    fn exits_and_links_can_be_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Exit>();
        shared::<Link>();
    }
}
