//! The values of a path's params, as a page's arguments.

use std::borrow::Cow;
use std::str::FromStr;

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::values::Values;

/// The values of the params, in the order of the pattern.
#[derive(Debug)]
pub struct Params<'r> {
    values: &'r Values<'r>,
}

impl<'r> Params<'r> {
    pub(super) fn new(values: &'r Values<'r>) -> Params<'r> {
        Params { values }
    }

    /// The value of a param, decoded. That is done once: `%2525` is `%25`. A path was checked before, so that it is
    /// UTF-8.
    pub(super) fn decoded(&self, index: usize) -> Cow<'r, str> {
        let value = self.values.get(index).unwrap_or_default();
        if value.bytes().any(|byte| byte == b'%') {
            percent_decode_str(value).decode_utf8_lossy()
        } else {
            Cow::Borrowed(value)
        }
    }
}

/// Reads the param of this index as a `T`.
///
/// # Errors
/// [`NoSuchPage`] where the value is none: the address is then one that the site does not have.
pub fn param<T: Param<M>, M>(params: &Params<'_>, index: usize) -> Result<T, NoSuchPage> {
    T::read(&params.decoded(index)).ok_or(NoSuchPage)
}

/// What a page's argument can be that is named like a `[param]`. `M` says how it is read, and is always inferred.
///
/// | argument | reads |
/// |---|---|
/// | `T: FromStr` | a value; one that does not parse is 404 |
/// | `Option<T>` | the same of a rest, `None` where the rest is empty |
/// | `Vec<T>` | each segment of a rest |
/// | `Result<T, T::Err>` | a value, or why it does not parse |
#[diagnostic::on_unimplemented(
    message = "a segment of the path can't be read as `{Self}`",
    label = "this argument is named like a `[param]` of the pattern",
    note = "implement `std::str::FromStr` for it, or take text: `String`; an `Option`, a `Vec` or a `Result` of such will do too",
    note = "an extractor has another name than the `[param]`s"
)]
pub trait Param<M>: Sized {
    /// The argument, from the decoded text. Nothing where the text is no such value.
    fn read(text: &str) -> Option<Self>;
}

/// A value as it is.
#[derive(Debug)]
pub enum Plain {}

/// A value or nothing.
#[derive(Debug)]
pub enum Opt {}

/// A value for each segment.
#[derive(Debug)]
pub enum Many {}

/// A value or an error.
#[derive(Debug)]
pub enum Res {}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Param<Plain> for T {
    fn read(text: &str) -> Option<T> {
        text.parse().ok()
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Param<Opt> for Option<T> {
    fn read(text: &str) -> Option<Option<T>> {
        if text.is_empty() {
            Some(None)
        } else {
            text.parse().ok().map(Some)
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Param<Many> for Vec<T> {
    fn read(text: &str) -> Option<Vec<T>> {
        // No segment is empty, and no rest holds an escaped slash.
        text.split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| segment.parse().ok())
            .collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Param<Res> for Result<T, T::Err> {
    fn read(text: &str) -> Option<Result<T, T::Err>> {
        Some(text.parse())
    }
}

/// A path that matches a pattern, but with a value that is none. As a response it is a 404 with the site's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchPage;

impl IntoResponse for NoSuchPage {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::NOT_FOUND, Body::empty()).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::{NoSuchPage, Param, Params, Values, param};

    /// Reads the one param of a path.
    fn read<T: Param<M>, M>(value: &str) -> Result<T, NoSuchPage> {
        let mut values = Values::default();
        values.push(value);
        param(&Params::new(&values), 0)
    }

    #[test]
    fn values_are_decoded_once_and_parsed() {
        assert_eq!(read("a%2Fb%2525+"), Ok("a/b%25+".to_owned()));
        assert_eq!(read("12"), Ok(12_u32));
        assert_eq!(read::<u32, _>("4294967296"), Err(NoSuchPage));
        assert_eq!(read::<u32, _>("x"), Err(NoSuchPage));
    }

    #[test]
    fn a_rest_may_be_empty_or_a_list() {
        assert_eq!(read(""), Ok(None::<String>));
        assert_eq!(read("a/b"), Ok(Some("a/b".to_owned())));
        assert_eq!(read::<Option<u32>, _>("x"), Err(NoSuchPage));
        assert_eq!(read(""), Ok(Vec::<String>::new()));
        assert_eq!(read("1/2"), Ok(vec![1_u8, 2]));
    }

    #[test]
    fn a_page_may_answer_for_a_bad_value_itself() {
        assert_eq!(read("7"), Ok(Ok::<u8, std::num::ParseIntError>(7)));
        assert!(
            read::<Result<u8, std::num::ParseIntError>, _>("x")
                .unwrap()
                .is_err()
        );
    }
}
