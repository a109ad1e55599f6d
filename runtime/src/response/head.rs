use std::error::Error;
use std::fmt;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HeaderName,
    TRANSFER_ENCODING, UPGRADE,
};
use axum::http::request::Parts;
use axum::http::{self, HeaderMap, HeaderValue, StatusCode};

use super::cache_control::CacheControl;
use super::csp::Csp;
use crate::request::context::{Context, NoContext};

/// The status and the headers that a page's markup is sent with.
///
/// An argument of a page. Both can be set until the page is rendered to its end, and are merged too
/// where the page answers with something else: there the redirect's, or the own response's, status
/// and headers stand, and those that it has not are added.
///
/// ```
/// use axum::http::header::CACHE_CONTROL;
/// use isle::{Html, Page, ResponseHead};
///
/// async fn feed(response: ResponseHead) -> Page {
///     response.header(CACHE_CONTROL, "public, max-age=60");
///     response.header("x-robots-tag", "noindex");
///     Ok(Html::trusted("<ul></ul>"))
/// }
/// ```
///
/// What is no status or no header, a value with a line break for example, is never sent and never
/// dropped in silence: the answer becomes a 500, and the log says what was wrong.
///
/// Headers that say whether a cache may keep the answer are left out of a 500.
#[derive(Clone, Debug)]
pub struct ResponseHead {
    context: Arc<Context>,
}

impl ResponseHead {
    /// Sets the status, 200 by default, as a number or a [`StatusCode`].
    pub fn status<T>(&self, status: T)
    where
        T: TryInto<StatusCode, Error: Into<http::Error>>,
    {
        let checked = match status.try_into() {
            Ok(status) if status.is_informational() => {
                let problem = format!("{} does not end a response", status.as_u16());
                Err(BadHead {
                    what: "status".to_owned(),
                    problem,
                })
            }
            Ok(status) => Ok(status),
            Err(error) => Err(BadHead {
                what: "status".to_owned(),
                problem: error.into().to_string(),
            }),
        };
        self.context.with_head(|head| match checked {
            Ok(status) => head.status = Some(status),
            Err(bad) => head.refuse(bad),
        });
    }

    /// Sets a header, in the place of any of that name.
    pub fn header<N, V>(&self, name: N, value: V)
    where
        N: TryInto<HeaderName, Error: Into<http::Error>>,
        V: TryInto<HeaderValue, Error: Into<http::Error>>,
    {
        let checked = checked(name, value);
        self.context.with_head(|head| head.put(checked, true));
    }

    /// Adds a header, beside any of that name.
    pub fn append<N, V>(&self, name: N, value: V)
    where
        N: TryInto<HeaderName, Error: Into<http::Error>>,
        V: TryInto<HeaderValue, Error: Into<http::Error>>,
    {
        let checked = checked(name, value);
        self.context.with_head(|head| head.put(checked, false));
    }

    /// Says what caches may do with the answer, in the place of what was said before.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use isle::ResponseHead;
    /// use isle::response::CacheControl;
    ///
    /// fn for_a_minute(response: &ResponseHead) {
    ///     response.cache(CacheControl::public().max_age(Duration::from_secs(60)));
    /// }
    /// ```
    pub fn cache(&self, control: CacheControl) {
        self.header(CACHE_CONTROL, control);
    }

    /// Changes the `Content-Security-Policy` for this page: what is given is the site's, or what the page made of it
    /// before.
    ///
    /// ```
    /// use isle::response::{Directive, Source};
    /// use isle::{Html, Page, ResponseHead};
    ///
    /// const FILMS: Source = Source::literal("https://films.example");
    ///
    /// async fn trailer(response: ResponseHead) -> Page {
    ///     response.csp(|policy| policy.set(Directive::FrameSrc, [FILMS]));
    ///     Ok(Html::trusted("<iframe src=\"https://films.example/7\"></iframe>"))
    /// }
    /// ```
    ///
    /// An empty policy, [`Csp::empty`], is not sent. Other
    /// [security headers](crate::response::SecurityHeaders) are set like any header, and left out where they are set
    /// to the empty text.
    pub fn csp(&self, change: impl FnOnce(Csp) -> Csp) {
        let before = self.context.with_head(|head| head.csp.take());
        let site = || self.context.settings.security.policy().clone();
        let policy = change(before.unwrap_or_else(site));
        let value = policy.value();
        self.context.with_head(|head| {
            head.csp = Some(policy);
            head.put(Ok((CONTENT_SECURITY_POLICY, value)), true);
        });
    }
}

impl<S: Sync> FromRequestParts<S> for ResponseHead {
    type Rejection = NoContext;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<ResponseHead, NoContext> {
        Ok(ResponseHead {
            context: Context::of(parts, "ResponseHead")?,
        })
    }
}

fn checked<N, V>(name: N, value: V) -> Result<(HeaderName, HeaderValue), BadHead>
where
    N: TryInto<HeaderName, Error: Into<http::Error>>,
    V: TryInto<HeaderValue, Error: Into<http::Error>>,
{
    let name = name.try_into().map_err(|error| BadHead {
        what: "header".to_owned(),
        problem: error.into().to_string(),
    })?;
    if [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING, UPGRADE].contains(&name) {
        let problem = "the server says how the message is framed, a page can't".to_owned();
        return Err(BadHead {
            what: format!("header `{name}`"),
            problem,
        });
    }
    match value.try_into() {
        Ok(value) => Ok((name, value)),
        Err(error) => Err(BadHead {
            what: format!("header `{name}`"),
            problem: error.into().to_string(),
        }),
    }
}

/// What a page asked for.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(super) status: Option<StatusCode>,
    pub(super) headers: HeaderMap,
    /// The names among them that were set, not only added to.
    pub(super) set: Vec<HeaderName>,
    /// The page's own policy, which stands among the headers too.
    csp: Option<Csp>,
    /// The first thing that was refused.
    pub(super) refused: Option<BadHead>,
}

impl Head {
    fn put(&mut self, header: Result<(HeaderName, HeaderValue), BadHead>, set: bool) {
        match header {
            Ok((name, value)) if set => {
                self.headers.insert(&name, value);
                if !self.set.contains(&name) {
                    self.set.push(name);
                }
            }
            Ok((name, value)) => {
                self.headers.append(name, value);
            }
            Err(bad) => self.refuse(bad),
        }
    }

    fn refuse(&mut self, bad: BadHead) {
        self.refused.get_or_insert(bad);
    }
}

/// A page asked for a status or a header that there is not.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct BadHead {
    what: String,
    problem: String,
}

impl fmt::Display for BadHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the page's response head holds a {} that can't be sent: {}",
            self.what, self.problem
        )
    }
}

impl Error for BadHead {}
