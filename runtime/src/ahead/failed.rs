//! Why a page could not be rendered ahead of time.

use std::error::Error;
use std::fmt;

use axum::http::StatusCode;

use crate::route::Info;

/// Pages could not be rendered ahead of time: which, for which params, and why. The text names each.
#[derive(Debug)]
pub struct NotPrepared {
    /// Never empty.
    pub(super) failed: Vec<Failed>,
}

/// One page, at one of its paths.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) pattern: &'static str,
    /// The names of its params and their values, but for those of a list that could not be made.
    pub(super) params: Vec<(&'static str, String)>,
    pub(super) why: Why,
}

#[derive(Debug)]
pub(super) enum Why {
    /// The function that lists its params failed, for this reason.
    List(String),
    /// No path can hold the value.
    NoPath(String),
    /// Another page answers its path.
    Answered(&'static str),
    /// The value doesn't read back.
    NoSuchPage,
    /// The page failed, with what caused it.
    Error(String),
    /// A component of it could not be rendered: that of this island.
    Component(&'static str),
    /// It leads elsewhere.
    Redirect(String),
    /// It answers with a status that is no success.
    Status(StatusCode),
    /// Everybody would get the one cookie.
    Cookie,
    /// Its body ended with this error.
    Body(String),
}

/// How many are named; the others are counted.
const NAMED: usize = 20;

impl Failed {
    pub(super) fn new(info: &Info, values: Vec<String>, why: Why) -> Failed {
        Failed {
            pattern: info.pattern,
            params: info.params().zip(values).collect(),
            why,
        }
    }
}

impl fmt::Display for NotPrepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [failed] = &*self.failed {
            return write!(f, "a page can't be rendered ahead of time: {failed}");
        }
        let count = self.failed.len();
        write!(f, "{count} pages can't be rendered ahead of time:")?;
        for failed in self.failed.iter().take(NAMED) {
            write!(f, "\n  {failed}")?;
        }
        match count.saturating_sub(NAMED) {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl Error for NotPrepared {}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.pattern)?;
        for (index, (name, value)) in self.params.iter().enumerate() {
            let before = if index == 0 { " with" } else { "," };
            write!(f, "{before} {name} = {value:?}")?;
        }
        let listed = !self.params.is_empty();
        match &self.why {
            Why::List(error) => write!(f, ": the list of its params failed: {error}"),
            Why::NoPath(value) => write!(
                f,
                ": no path can hold the value {value:?}; help: leave it out of the list"
            ),
            Why::Answered(pattern) => write!(
                f,
                ": {pattern:?} answers its path; help: leave the value out of the list"
            ),
            Why::NoSuchPage => f.write_str(
                ": the page does not read the value as one of its own; help: what `Display` writes, `FromStr` must read",
            ),
            Why::Error(error) => write!(f, ": {error}"),
            Why::Component(island) => write!(
                f,
                ": the component of the island `{island}` could not be rendered, and the log says why; help: mend it, or write `client:only` at its tag"
            ),
            Why::Redirect(to) => write!(
                f,
                ": it leads to {to:?}, and shows nothing; help: name it in `isle::redirects!`, or write `prerender = false`"
            ),
            Why::Status(status) if listed => write!(
                f,
                ": it answers {status}; help: leave the value out of the list"
            ),
            Why::Status(status) => write!(
                f,
                ": it answers {status}; help: write `prerender = false` if that depends on the moment"
            ),
            Why::Cookie => f.write_str(
                ": it sets a cookie, which would be everybody's; help: write `prerender = false`",
            ),
            Why::Body(error) => write!(f, ": its body ended early: {error}"),
        }
    }
}
