//! Signed and encrypted cookies. The cryptography is the `cookie` crate's.

use std::fmt::{self, Display};

use cookie::{Cookie as Sealed, CookieJar, Key};
use serde::Serialize;

use super::private::PrivateCookies;
use super::{BadCookie, Cookie, CookieValue, Cookies, Keys};

impl Cookies {
    /// Cookies that the browser can read and can't change: HMAC-SHA256 over name and value.
    ///
    /// The keys are those of [`Settings::keys`](crate::Settings::keys). Without one, a debug build
    /// takes a random key and says so in the log; in a release build the answer is a 500.
    ///
    /// ```
    /// # use isle::Cookies;
    /// fn log_in(cookies: &Cookies, user: u64) {
    ///     cookies.signed().set("session", user);
    /// }
    ///
    /// fn user(cookies: &Cookies) -> Option<u64> {
    ///     cookies.signed().get("session")?.parse().ok()
    /// }
    /// ```
    pub fn signed(&self) -> SealedCookies<'_> {
        SealedCookies {
            cookies: self,
            seal: Seal::Signed,
        }
    }

    /// Cookies that the browser can neither read nor change: AES-256-GCM, bound to the name. Their values come as
    /// [`Secret`](crate::Secret)s.
    ///
    /// Keys are as for [`signed`](Cookies::signed).
    pub fn private(&self) -> PrivateCookies<'_> {
        PrivateCookies(SealedCookies {
            cookies: self,
            seal: Seal::Private,
        })
    }
}

/// The signed ones among the [`Cookies`].
///
/// A value that was tampered with, was sealed for another name, or with a key that is gone, is no
/// value; the log tells the cookie's name.
#[derive(Clone, Copy)]
pub struct SealedCookies<'a> {
    cookies: &'a Cookies,
    seal: Seal,
}

#[derive(Clone, Copy, Debug)]
enum Seal {
    Signed,
    Private,
}

impl SealedCookies<'_> {
    /// The cookie of this name, if its seal holds.
    ///
    /// A subdomain can plant a cookie of the same name before ours; that hides nothing, since each
    /// of this name is tried.
    pub fn get(&self, name: &str) -> Option<CookieValue> {
        let candidates = self.cookies.get_all(name);
        if candidates.is_empty() {
            return None;
        }
        let keys = self.keys(name)?;
        let opened = candidates.iter().find_map(|sealed| {
            keys.all()
                .find_map(|key| self.seal.open(key, name, sealed.value()))
        });
        if opened.is_none() {
            tracing::warn!(
                cookie = name,
                "the seal of a cookie does not hold; it is not read"
            );
        }
        opened.map(CookieValue::plain)
    }

    /// Whether there is a cookie of this name whose seal holds.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets a cookie with the defaults of [`Cookie::new`].
    pub fn set(&self, name: &str, value: impl Display) {
        self.set_with(Cookie::new(name, value));
    }

    /// Sets a cookie to the value's JSON, with the defaults of [`Cookie::new`].
    pub fn set_json<T: Serialize + ?Sized>(&self, name: &str, value: &T) {
        match serde_json::to_string(value) {
            Ok(json) => self.set(name, json),
            Err(error) => self.cookies.jar().refuse(BadCookie::json(name, &error)),
        }
    }

    /// Sets a cookie with attributes of one's choice.
    pub fn set_with(&self, mut cookie: Cookie) {
        if let Some(keys) = self.keys(&cookie.name) {
            cookie.value = self.seal.close(keys.current(), &cookie.name, &cookie.value);
            self.cookies.set_with(cookie);
        }
    }

    /// Makes the browser forget the cookie that was set with the defaults.
    pub fn remove(&self, name: &str) {
        self.cookies.remove(name);
    }

    /// Makes the browser forget the cookie with this name, path and domain.
    pub fn remove_with(&self, cookie: Cookie) {
        self.cookies.remove_with(cookie);
    }

    fn keys(&self, name: &str) -> Option<&Keys> {
        let settings = &self.cookies.context.settings;
        let keys = settings.keys.as_ref().or_else(|| Keys::fallback());
        if keys.is_none() {
            self.cookies.jar().refuse(BadCookie::no_key(name));
        }
        keys
    }
}

impl fmt::Debug for SealedCookies<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SealedCookies").field(&self.seal).finish()
    }
}

/// The length of the signature that the `cookie` crate puts before the value: 32 bytes in base64.
const SIGNATURE: usize = 44;

impl Seal {
    fn close(self, key: &Key, name: &str, value: &str) -> String {
        let mut jar = CookieJar::new();
        match self {
            // The `cookie` crate signs the value alone. With the name in it, what was signed as one
            // cookie is nothing as another.
            Seal::Signed => jar
                .signed_mut(key)
                .add(sealed(name, format!("{name}={value}"))),
            Seal::Private => jar.private_mut(key).add(sealed(name, value.to_owned())),
        }
        let mut text = jar
            .get(name)
            .map(|cookie| cookie.value().to_owned())
            .unwrap_or_default();
        if matches!(self, Seal::Signed) {
            text.drain(SIGNATURE..SIGNATURE + name.len() + 1);
        }
        text
    }

    fn open(self, key: &Key, name: &str, text: &str) -> Option<String> {
        let jar = CookieJar::new();
        match self {
            Seal::Signed => {
                let (signature, value) = text.split_at_checked(SIGNATURE)?;
                let signed = sealed(name, format!("{signature}{name}={value}"));
                jar.signed(key).verify(signed)?;
                Some(value.to_owned())
            }
            Seal::Private => {
                let opened = jar.private(key).decrypt(sealed(name, text.to_owned()))?;
                Some(opened.value().to_owned())
            }
        }
    }
}

fn sealed(name: &str, value: String) -> Sealed<'static> {
    Sealed::new(name.to_owned(), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEALS: [Seal; 2] = [Seal::Signed, Seal::Private];

    #[test]
    fn what_is_sealed_opens() {
        let key = Key::generate();
        for seal in SEALS {
            for value in ["42", "", "a=b; c", "é\0", &"x".repeat(3000)] {
                let text = seal.close(&key, "session", value);
                assert_eq!(
                    seal.open(&key, "session", &text).as_deref(),
                    Some(value),
                    "{seal:?}"
                );
            }
        }
    }

    #[test]
    fn a_changed_byte_breaks_the_seal() {
        let key = Key::generate();
        for seal in SEALS {
            let text = seal.close(&key, "session", "user=1");
            for at in 0..text.len() {
                let mut changed = text.clone().into_bytes();
                changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
                let changed = String::from_utf8(changed).unwrap();
                // The last characters of base64 can hold bits that mean nothing.
                let opened = seal.open(&key, "session", &changed);
                assert!(
                    opened.is_none_or(|value| value == "user=1"),
                    "{seal:?} {at}"
                );
            }
            for cut in 0..text.len() {
                assert_eq!(seal.open(&key, "session", &text[..cut]), None);
            }
        }
    }

    #[test]
    fn a_seal_is_for_one_name_and_one_key() {
        let key = Key::generate();
        for seal in SEALS {
            let text = seal.close(&key, "cart", "1");
            assert_eq!(seal.open(&key, "session", &text), None);
            assert_eq!(seal.open(&Key::generate(), "cart", &text), None);
        }
    }
}
