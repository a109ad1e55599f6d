//! Cookies: reading them, setting them, keys.

mod check;
mod cookie;
mod date;
pub(crate) mod field;
pub(crate) mod jar;
#[cfg(feature = "signed")]
pub(crate) mod keys;
#[cfg(feature = "signed")]
mod private;
mod received;
#[cfg(feature = "signed")]
mod sealed;
#[cfg(test)]
mod tests;
pub(crate) mod typed;
mod value;

use std::fmt::{self, Display};
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Serialize;

use super::context::{Context, NoContext};
use jar::Jar;

pub use self::cookie::{Cookie, SameSite};
pub use check::BadCookie;
pub use field::CookieField;
#[cfg(feature = "signed")]
pub use keys::Keys;
#[cfg(feature = "signed")]
pub use private::PrivateCookies;
#[cfg(feature = "signed")]
pub use sealed::SealedCookies;
pub use typed::TypedCookie;
pub use value::CookieValue;

/// The cookies of the request, and those that the answer sets.
///
/// An argument of a page. What is set can be read at once, and is kept whatever the page answers: a
/// redirect, a response of its own, an error page. Names are compared as they are, never decoded; of
/// equal names the first counts, which is the one with the longest path.
///
/// ```
/// use isle::{Cookies, Html, Page};
///
/// async fn theme(cookies: Cookies) -> Page {
///     let visits = cookies.get("visits").and_then(|n| n.parse().ok()).unwrap_or(0_u32);
///     cookies.set("visits", visits + 1);
///     Ok(Html::trusted(format!("<p>{visits}</p>")))
/// }
/// ```
///
/// An answer for which a cookie was read or set is no business of shared caches: it gets
/// `Cache-Control: private, no-cache` unless the page sets a `Cache-Control` of its own, and
/// `Vary: Cookie` where one was read. A page that sets a cookie and lets shared caches keep the answer (`public`,
/// `s-maxage`) has made a mistake: the answer is a 500, and the log says so.
#[derive(Clone)]
pub struct Cookies {
    context: Arc<Context>,
}

impl Cookies {
    /// The cookie of this name: what the page set, else what the browser sent.
    pub fn get(&self, name: &str) -> Option<CookieValue> {
        self.jar().get(name)
    }

    /// All cookies of this name, in the browser's order.
    pub fn get_all(&self, name: &str) -> Vec<CookieValue> {
        self.jar().get_all(name)
    }

    /// Whether there is a cookie of this name.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// All cookies that the browser sent, in its order.
    pub fn received(&self) -> impl Iterator<Item = (&str, CookieValue)> {
        self.jar().received()
    }

    /// Sets a cookie with the defaults of [`Cookie::new`].
    ///
    /// A cookie that browsers would not take makes the answer a 500, and the log says why;
    /// [`Cookie::build`] says so before.
    pub fn set(&self, name: &str, value: impl Display) {
        self.set_with(Cookie::new(name, value));
    }

    /// Sets a cookie to the value's JSON, with the defaults of [`Cookie::new`].
    pub fn set_json<T: Serialize + ?Sized>(&self, name: &str, value: &T) {
        match serde_json::to_string(value) {
            Ok(json) => self.set(name, json),
            Err(error) => self.jar().refuse(BadCookie::json(name, &error)),
        }
    }

    /// Sets a cookie with attributes of one's choice.
    ///
    /// One that was set before with the same name, path and domain is replaced.
    pub fn set_with(&self, cookie: Cookie) {
        self.jar().set(cookie);
    }

    /// Makes the browser forget the cookie that was set with the defaults.
    pub fn remove(&self, name: &str) {
        self.remove_with(Cookie::new(name, ""));
    }

    /// Makes the browser forget the cookie with this name, path and domain.
    ///
    /// ```
    /// # use isle::Cookies;
    /// use isle::request::Cookie;
    ///
    /// fn forget(cookies: &Cookies) {
    ///     cookies.remove_with(Cookie::new("cart", "").path("/shop"));
    /// }
    /// ```
    pub fn remove_with(&self, cookie: Cookie) {
        self.jar().remove(cookie);
    }

    fn jar(&self) -> &Jar {
        self.context.jar()
    }
}

/// Shows nothing of the cookies: they may be secrets.
impl fmt::Debug for Cookies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cookies").finish_non_exhaustive()
    }
}

impl<S: Sync> FromRequestParts<S> for Cookies {
    type Rejection = NoContext;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Cookies, NoContext> {
        let context = Context::of(parts, "Cookies")?;
        context.jar().receive(parts, &context.settings);
        Ok(Cookies { context })
    }
}
