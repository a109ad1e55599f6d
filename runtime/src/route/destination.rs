//! Where a redirect leads.

use std::future::ready;

use axum::http::header::LOCATION;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::called::Answer;
use super::dispatch::nested_at;
use super::function::Handler;
use super::reads::Reads;
use super::routes::{BoxFuture, Call};
use super::site::{TrailingSlash, has_extension};
use super::table::{Kind, Segment};
use super::url::address;
use crate::response::{Link, Redirect};

/// The right side of `"/old" => "/new"` in `isle::redirects!`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Destination {
    /// As it is written: `/blog/[...path]`.
    pub written: &'static str,
    /// On which site it lies.
    pub place: Place,
    /// Its path, whose params are the source's.
    pub segments: &'static [Segment],
    /// The key of its path, as a page there has it.
    pub key: u64,
    /// Which of the source's params each of its own is.
    pub values: &'static [usize],
    /// Whether it ends with a slash, where that is not for the site to decide.
    pub slash: bool,
    /// Its query with the `?`, and its fragment with the `#`.
    pub behind: &'static str,
    /// The status, if it is not 301 for GET and HEAD and 308 for the rest.
    pub status: Option<Redirect>,
}

/// On which site a redirect's destination lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On this, and a page answers there.
    Page,
    /// On this host, for something that is no page of the site.
    Unchecked,
    /// On another: `https://example.com`.
    External(&'static str),
}

/// What answers at a redirect's source.
pub(super) struct Leads;

impl<S> Handler<S> for Leads {
    fn call<'r>(&'r self, call: Call<'r>, _: &'r S) -> BoxFuture<'r> {
        let Kind::Redirect(to) = call.page.kind else {
            unreachable!("nothing but redirects is mounted with this");
        };
        Box::pin(ready(Answer::Response(to.response(&call))))
    }

    fn reads(&self) -> Reads {
        Reads::Nothing
    }
}

impl Destination {
    fn response(&self, call: &Call<'_>) -> Response {
        let status = match (self.status, &call.parts.method) {
            (Some(status), _) => status,
            (None, &Method::GET | &Method::HEAD) => Redirect::MovedPermanently,
            (None, _) => Redirect::Permanent,
        };
        match HeaderValue::try_from(self.location(call)) {
            Ok(location) => (StatusCode::from(status), [(LOCATION, location)]).into_response(),
            Err(_) => (StatusCode::BAD_REQUEST, "Bad Request").into_response(),
        }
    }

    /// The address, with the request's query behind its own.
    fn location(&self, call: &Call<'_>) -> String {
        let (own, fragment) = self
            .behind
            .split_at(self.behind.find('#').unwrap_or(self.behind.len()));
        let mut location = self.address(call);
        location.push_str(own);
        if let Some(query) = call.parts.uri.query() {
            location.push(if own.is_empty() { '?' } else { '&' });
            location.push_str(query);
        }
        location.push_str(fragment);
        location
    }

    fn address(&self, call: &Call<'_>) -> String {
        let values = self.values.iter().map(|index| call.params.decoded(*index));
        let values: Vec<_> = values.collect();
        let values: Vec<&str> = values.iter().map(|value| &**value).collect();
        let below = |base: String, slash| address(base, self.segments, &values, slash);
        match self.place {
            Place::Page => {
                let base = [nested_at(call.parts), call.site.base].concat();
                let slash = call.site.trailing_slash == TrailingSlash::Always
                    && !has_extension(self.segments);
                Link::built(below(base, slash)).into()
            }
            Place::Unchecked => Link::built(below(String::new(), self.slash)).into(),
            Place::External(origin) => below(origin.to_owned(), self.slash),
        }
    }
}
