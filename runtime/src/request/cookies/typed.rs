//! Types that are cookies: `#[derive(CookieValue)]`.

use std::time::Duration;

use super::{Cookie, CookieValue, Cookies};

/// A type that is a cookie; derived by [`CookieValue`](derive@crate::CookieValue).
pub trait TypedCookie: Sized {
    /// The cookie's name.
    const NAME: &'static str;
    /// How long browsers keep it; a session cookie has none.
    const MAX_AGE: Option<Duration>;
    /// How it is protected.
    #[doc(hidden)]
    type Seal: Seal;

    #[doc(hidden)]
    fn encode(&self) -> Encoded;

    #[doc(hidden)]
    fn decode(text: &str) -> Option<Self>;
}

/// A value as its cookie holds it, or why it can't.
#[doc(hidden)]
pub type Encoded = Result<String, serde_json::Error>;

/// How a typed cookie is protected.
#[doc(hidden)]
pub trait Seal {
    fn get(cookies: &Cookies, name: &str) -> Option<CookieValue>;
    fn set(cookies: &Cookies, cookie: Cookie);
}

/// Anybody can read and change it.
#[doc(hidden)]
#[derive(Debug)]
pub enum Plain {}

impl Seal for Plain {
    fn get(cookies: &Cookies, name: &str) -> Option<CookieValue> {
        cookies.get(name)
    }

    fn set(cookies: &Cookies, cookie: Cookie) {
        cookies.set_with(cookie);
    }
}

/// Anybody can read it, nobody can change it.
#[cfg(feature = "signed")]
#[doc(hidden)]
#[derive(Debug)]
pub enum Signed {}

#[cfg(feature = "signed")]
impl Seal for Signed {
    fn get(cookies: &Cookies, name: &str) -> Option<CookieValue> {
        cookies.signed().get(name)
    }

    fn set(cookies: &Cookies, cookie: Cookie) {
        cookies.signed().set_with(cookie);
    }
}

/// Nobody can read or change it.
#[cfg(feature = "signed")]
#[doc(hidden)]
#[derive(Debug)]
pub enum Private {}

#[cfg(feature = "signed")]
impl Seal for Private {
    fn get(cookies: &Cookies, name: &str) -> Option<CookieValue> {
        let value = cookies.private().get(name)?;
        Some(value.expose_into())
    }

    fn set(cookies: &Cookies, cookie: Cookie) {
        cookies.private().set_with(cookie);
    }
}

impl Cookies {
    /// The cookie that is a `T`, if the browser sent one, its seal holds, and it can be read. What can't be is logged.
    pub fn get_typed<T: TypedCookie>(&self) -> Option<T> {
        let value = T::Seal::get(self, T::NAME)?;
        let read = T::decode(value.value());
        if read.is_none() {
            tracing::warn!(
                cookie = T::NAME,
                "a cookie holds something else than its type: it is taken for absent"
            );
        }
        read
    }

    /// Sets the cookie that is a `T`, with the defaults of [`Cookie::new`].
    pub fn set_typed<T: TypedCookie>(&self, value: &T) {
        match value.encode() {
            Ok(text) => T::Seal::set(self, cookie::<T>(text)),
            Err(error) => self.jar().refuse(super::BadCookie::json(T::NAME, &error)),
        }
    }

    /// Makes the browser forget the cookie that is a `T`.
    pub fn remove_typed<T: TypedCookie>(&self) {
        self.remove(T::NAME);
    }
}

fn cookie<T: TypedCookie>(text: String) -> Cookie {
    let cookie = Cookie::new(T::NAME, text);
    match T::MAX_AGE {
        Some(age) => cookie.max_age(age),
        None => cookie,
    }
}
