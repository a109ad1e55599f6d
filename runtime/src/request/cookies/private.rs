//! Private cookies: sealed ones, whose values nobody shall see.

use std::fmt::Display;

use serde::Serialize;

use super::sealed::SealedCookies;
use super::{Cookie, CookieValue};
use crate::Secret;

/// The private ones among the [`Cookies`](super::Cookies).
///
/// What a browser can't read is not shown to it by accident either: a value comes as a [`Secret`], which no markup and no
/// island's props take.
///
/// ```
/// # use isle::Cookies;
/// fn token(cookies: &Cookies) -> Option<String> {
///     let token = cookies.private().get("token")?;
///     Some(token.expose().value().to_owned())
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PrivateCookies<'a>(pub(super) SealedCookies<'a>);

impl PrivateCookies<'_> {
    /// The cookie of this name, if its seal holds.
    pub fn get(&self, name: &str) -> Option<Secret<CookieValue>> {
        self.0.get(name).map(Secret::new)
    }

    /// Whether there is a cookie of this name whose seal holds.
    pub fn has(&self, name: &str) -> bool {
        self.0.has(name)
    }

    /// Sets a cookie with the defaults of [`Cookie::new`].
    pub fn set(&self, name: &str, value: impl Display) {
        self.0.set(name, value);
    }

    /// Sets a cookie to the value's JSON, with the defaults of [`Cookie::new`].
    pub fn set_json<T: Serialize + ?Sized>(&self, name: &str, value: &T) {
        self.0.set_json(name, value);
    }

    /// Sets a cookie with attributes of one's choice.
    pub fn set_with(&self, cookie: Cookie) {
        self.0.set_with(cookie);
    }

    /// Makes the browser forget the cookie that was set with the defaults.
    pub fn remove(&self, name: &str) {
        self.0.remove(name);
    }

    /// Makes the browser forget the cookie with this name, path and domain.
    pub fn remove_with(&self, cookie: Cookie) {
        self.0.remove_with(cookie);
    }
}
