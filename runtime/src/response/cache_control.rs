use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponseParts, ResponseParts};

/// What caches may do with an answer: the `Cache-Control` header (RFC 9111, section 5.2.2), made of what it knows.
///
/// ```
/// use std::time::Duration;
///
/// use isle::response::CacheControl;
/// use isle::{Html, Page, ResponseHead};
///
/// const FRESH: CacheControl = CacheControl::public()
///     .max_age(Duration::ZERO)
///     .s_maxage(Duration::from_secs(60))
///     .stale_while_revalidate(Duration::from_secs(300));
///
/// async fn feed(response: ResponseHead) -> Page {
///     response.cache(FRESH);
///     Ok(Html::trusted("<ul></ul>"))
/// }
/// assert_eq!(FRESH.to_string(), "public, max-age=0, s-maxage=60, stale-while-revalidate=300");
/// ```
///
/// Times are whole seconds, rounded down. In an endpoint it is a part of a response: `(FRESH, Json(posts))`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CacheControl {
    who: Who,
    no_cache: bool,
    max_age: Option<u64>,
    s_maxage: Option<u64>,
    stale_while_revalidate: Option<u64>,
    stale_if_error: Option<u64>,
    must_revalidate: bool,
    immutable: bool,
    no_transform: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Who {
    Public,
    Private,
    Nobody,
}

impl CacheControl {
    /// `public`: any cache may keep it, a proxy's or a CDN's too. Such an answer can't set a cookie.
    pub const fn public() -> CacheControl {
        CacheControl::by(Who::Public)
    }

    /// `private`: the visitor's own browser may keep it.
    pub const fn private() -> CacheControl {
        CacheControl::by(Who::Private)
    }

    /// `no-store`: nobody may keep it. What else is said of it is not sent.
    pub const fn no_store() -> CacheControl {
        CacheControl::by(Who::Nobody)
    }

    const fn by(who: Who) -> CacheControl {
        CacheControl {
            who,
            no_cache: false,
            max_age: None,
            s_maxage: None,
            stale_while_revalidate: None,
            stale_if_error: None,
            must_revalidate: false,
            immutable: false,
            no_transform: false,
        }
    }

    /// `no-cache`: it may be kept, and must be asked for each time whether it still holds.
    pub const fn no_cache(mut self) -> CacheControl {
        self.no_cache = true;
        self
    }

    /// `max-age`: how long it is fresh.
    pub const fn max_age(mut self, time: Duration) -> CacheControl {
        self.max_age = Some(time.as_secs());
        self
    }

    /// `s-maxage`: how long it is fresh in a shared cache. On a private answer it is not sent.
    pub const fn s_maxage(mut self, time: Duration) -> CacheControl {
        self.s_maxage = Some(time.as_secs());
        self
    }

    /// `stale-while-revalidate`: for how long after that a cache may still answer with it while it asks for another
    /// (RFC 5861).
    pub const fn stale_while_revalidate(mut self, time: Duration) -> CacheControl {
        self.stale_while_revalidate = Some(time.as_secs());
        self
    }

    /// `stale-if-error`: for how long after that a cache may answer with it where the site fails (RFC 5861).
    pub const fn stale_if_error(mut self, time: Duration) -> CacheControl {
        self.stale_if_error = Some(time.as_secs());
        self
    }

    /// `must-revalidate`: what is not fresh any more is no answer.
    pub const fn must_revalidate(mut self) -> CacheControl {
        self.must_revalidate = true;
        self
    }

    /// `immutable`: what is fresh is not asked for, not even where the visitor reloads (RFC 8246). For addresses that
    /// change with their content.
    pub const fn immutable(mut self) -> CacheControl {
        self.immutable = true;
        self
    }

    /// `no-transform`: nothing on the way may change it, compression included.
    pub const fn no_transform(mut self) -> CacheControl {
        self.no_transform = true;
        self
    }
}

/// As the header has it.
impl fmt::Display for CacheControl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = self.who == Who::Public;
        f.write_str(match self.who {
            Who::Public => "public",
            Who::Private => "private",
            Who::Nobody => return f.write_str("no-store"),
        })?;
        let times = [
            ("max-age", self.max_age),
            ("s-maxage", self.s_maxage.filter(|_| shared)),
            ("stale-while-revalidate", self.stale_while_revalidate),
            ("stale-if-error", self.stale_if_error),
        ];
        let flags = [
            ("no-cache", self.no_cache),
            ("must-revalidate", self.must_revalidate),
            ("immutable", self.immutable),
            ("no-transform", self.no_transform),
        ];
        for (name, seconds) in times {
            if let Some(seconds) = seconds {
                write!(f, ", {name}={seconds}")?;
            }
        }
        for (name, _) in flags.iter().filter(|(_, is_set)| *is_set) {
            write!(f, ", {name}")?;
        }
        Ok(())
    }
}

impl From<CacheControl> for HeaderValue {
    fn from(control: CacheControl) -> HeaderValue {
        HeaderValue::try_from(control.to_string()).expect("it is ASCII")
    }
}

impl IntoResponseParts for CacheControl {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.headers_mut().insert(CACHE_CONTROL, self.into());
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    #[test]
    fn as_the_header_has_it() {
        for (control, text) in [
            (CacheControl::public(), "public"),
            (CacheControl::private().no_cache(), "private, no-cache"),
            (CacheControl::no_store().max_age(DAY).no_cache(), "no-store"),
            (
                CacheControl::private()
                    .s_maxage(DAY)
                    .max_age(Duration::from_millis(1900)),
                "private, max-age=1",
            ),
            (
                CacheControl::public().max_age(DAY * 365).immutable(),
                "public, max-age=31536000, immutable",
            ),
            (
                CacheControl::public()
                    .stale_if_error(DAY)
                    .must_revalidate()
                    .no_transform(),
                "public, stale-if-error=86400, must-revalidate, no-transform",
            ),
        ] {
            assert_eq!(HeaderValue::from(control), text);
        }
    }
}
