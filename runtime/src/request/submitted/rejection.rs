use std::error::Error;
use std::fmt;

use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::fields::MOST;
use crate::request::NoContext;
use crate::response::Exit;

/// What was sent to a page with a form is no form.
#[derive(Debug)]
#[non_exhaustive]
pub enum NotSubmitted {
    /// It is no `application/x-www-form-urlencoded`: 415.
    ContentType,
    /// It could not be received: 413 where it is too large.
    Body(BytesRejection),
    /// It has more than 1,000 fields: 400.
    TooManyFields,
    /// Another argument of the page has taken the body: 500.
    Taken,
    /// The handler is not called by isle's router: 500.
    NoContext(NoContext),
}

impl fmt::Display for NotSubmitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSubmitted::ContentType => {
                f.write_str("a form must be sent as application/x-www-form-urlencoded")
            }
            NotSubmitted::Body(rejection) => rejection.fmt(f),
            NotSubmitted::TooManyFields => write!(f, "a form has at most {MOST} fields"),
            NotSubmitted::Taken => f.write_str(
                "another argument of the page has taken the request's body before `Submitted`; \
                 help: a page takes its body once",
            ),
            NotSubmitted::NoContext(missing) => missing.fmt(f),
        }
    }
}

impl Error for NotSubmitted {}

impl IntoResponse for NotSubmitted {
    fn into_response(self) -> Response {
        match self {
            NotSubmitted::ContentType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, self.to_string()).into_response()
            }
            NotSubmitted::TooManyFields => {
                (StatusCode::BAD_REQUEST, self.to_string()).into_response()
            }
            NotSubmitted::Body(rejection) => rejection.into_response(),
            NotSubmitted::Taken => Exit::from(self).into_response(),
            NotSubmitted::NoContext(missing) => missing.into_response(),
        }
    }
}
