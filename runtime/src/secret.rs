//! What must not leave the server.

use std::error::Error;
use std::{env, fmt};

use serde::{Deserialize, Deserializer};

/// A value that must not leave the server: no markup prints it, no island's props take it, no log shows it.
///
/// It has no `Display` and no `Serialize`, and `Debug` shows no value. [`expose`](Secret::expose) gives the value, which is
/// easy to find by search.
///
/// ```
/// use isle::Secret;
///
/// let key = Secret::new("sk_live_1".to_owned());
/// assert_eq!(format!("{key:?}"), "Secret(..)");
/// assert_eq!(key.expose().len(), 9);
/// ```
///
/// These come as secrets: the value of a private cookie, the header
/// [`Authorization`](crate::request::Authorization), what [`secret_env!`](crate::secret_env) reads. A secret is what is typed
/// as one: what was exposed and copied is none any more.
#[derive(Clone, Copy, Default)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Takes a value for a secret.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value, owned.
    pub fn expose_into(self) -> T {
        self.0
    }

    /// Makes another secret of it.
    ///
    /// ```
    /// # use isle::Secret;
    /// let length: Secret<usize> = Secret::new("hunter2").map(str::len);
    /// ```
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Secret<U> {
        Secret(make(self.0))
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Reading one, from a form or a file of settings, gives nothing away.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self)
    }
}

impl Secret<String> {
    /// Reads a variable of the environment. [`secret_env!`](crate::secret_env) calls it.
    #[doc(hidden)]
    pub fn from_env(name: &'static str) -> Result<Self, NoSecret> {
        match env::var(name) {
            Ok(value) if !value.is_empty() => Ok(Self(value)),
            Ok(_) | Err(env::VarError::NotPresent) => Err(NoSecret { name, bad: false }),
            Err(env::VarError::NotUnicode(_)) => Err(NoSecret { name, bad: true }),
        }
    }
}

/// The environment has no such secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSecret {
    name: &'static str,
    bad: bool,
}

impl fmt::Display for NoSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NoSecret { name, bad } = self;
        let state = if *bad { "is no UTF-8" } else { "is not set" };
        write!(
            f,
            "the variable {name} {state}; help: start the program with {name}=…"
        )
    }
}

impl Error for NoSecret {}

/// Reads a variable of the environment as a [`Secret`], when the program runs.
///
/// ```
/// let key = isle::secret_env!("PAYMENT_KEY");
/// assert_eq!(key.unwrap_err().to_string(), "the variable PAYMENT_KEY is not set; help: start the program with PAYMENT_KEY=…");
/// ```
///
/// # Errors
///
/// [`NoSecret`], if it is not set, empty, or no UTF-8.
#[macro_export]
macro_rules! secret_env {
    ($name:literal $(,)?) => {
        $crate::Secret::<::std::string::String>::from_env($name)
    };
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_shows_itself_to_nobody_who_does_not_ask() {
        let secret = Secret::new("hunter2");
        assert!(!format!("{secret:?} {:?} {:#?}", Some(secret), [secret]).contains("hunter"));
        assert_eq!(*secret.expose(), "hunter2");
    }

    #[test]
    fn a_variable_that_is_there_is_read() {
        // Cargo sets it for tests.
        let name = crate::secret_env!("CARGO_PKG_NAME").unwrap();
        assert_eq!(name.expose(), "isle");
    }

    #[test]
    fn a_form_may_hold_one() {
        let read: Secret<String> = serde_json::from_str("\"a\"").unwrap();
        assert_eq!(read.expose(), "a");
    }
}
