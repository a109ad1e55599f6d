use std::fmt;
use std::str::FromStr;

use serde::de::DeserializeOwned;

use super::received;

/// The value of a cookie. Printed for debugging it does not show itself: it may be a secret.
#[derive(Clone, Eq, PartialEq)]
pub struct CookieValue {
    raw: String,
    /// Where it differs from `raw`.
    decoded: Option<String>,
}

impl CookieValue {
    /// A value as it came from the browser.
    pub(super) fn received(raw: &str) -> CookieValue {
        let decoded = received::decode(raw);
        let decoded = (decoded != raw).then(|| decoded.into_owned());
        CookieValue {
            raw: raw.to_owned(),
            decoded,
        }
    }

    /// A value that was decoded, verified or set before.
    pub(super) fn plain(value: String) -> CookieValue {
        CookieValue {
            raw: value,
            decoded: None,
        }
    }

    /// The value, percent-decoded once. What would be no UTF-8 then is left as it came.
    pub fn value(&self) -> &str {
        self.decoded.as_deref().unwrap_or(&self.raw)
    }

    /// The value as the browser sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The value, owned.
    pub fn into_value(self) -> String {
        self.decoded.unwrap_or(self.raw)
    }

    /// Parses the value.
    ///
    /// # Errors
    ///
    /// What the type's [`FromStr`] says.
    ///
    /// ```
    /// # use isle::Cookies;
    /// fn font_size(cookies: &Cookies) -> u32 {
    ///     cookies.get("size").and_then(|size| size.parse().ok()).unwrap_or(16)
    /// }
    /// ```
    pub fn parse<T: FromStr>(&self) -> Result<T, T::Err> {
        self.value().parse()
    }

    /// Reads the value as JSON.
    ///
    /// # Errors
    ///
    /// What does not fit the type, or is no JSON.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.value())
    }
}

impl AsRef<str> for CookieValue {
    fn as_ref(&self) -> &str {
        self.value()
    }
}

impl fmt::Debug for CookieValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CookieValue").finish_non_exhaustive()
    }
}
