use std::fmt::{self, Display, Write};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderValue;

use super::check::{self, BadCookie};

/// Whether a cookie goes along with requests that other sites cause (RFC 6265bis, section 5.6.7).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SameSite {
    /// Never.
    Strict,
    /// With links that people follow, but not with forms, images or scripts.
    Lax,
    /// Always. Browsers take it of `Secure` cookies only.
    None,
}

/// A cookie to be set: its name, its value, and what the browser may do with it.
///
/// By default it is for the whole site, hidden from scripts, kept back when other sites post, and
/// sent over https alone where the site is an https one: `Path=/; HttpOnly; SameSite=Lax; Secure`.
/// It lasts until the browser is closed.
///
/// ```
/// use std::time::Duration;
/// use isle::request::{Cookie, SameSite};
///
/// let cookie = Cookie::new("theme", "dark")
///     .max_age(Duration::from_secs(365 * 24 * 60 * 60))
///     .same_site(SameSite::Strict);
/// # assert!(cookie.build().is_ok());
/// ```
///
/// The name is an RFC 6265 token; the value can be any text, since what a cookie can't hold is
/// percent-encoded. A name with the prefix `__Host-` or `__Secure-` gets `Secure`, and what else
/// the prefix demands is checked. What browsers would drop or misread, such as a cookie of more than
/// 4,096 bytes, is refused: [`build`](Cookie::build) says so at once,
/// [`Cookies::set_with`](super::Cookies::set_with) answers with a 500.
#[derive(Clone)]
pub struct Cookie {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) path: Option<String>,
    pub(super) domain: Option<String>,
    pub(super) max_age: Option<Duration>,
    pub(super) expires: Option<SystemTime>,
    pub(super) http_only: bool,
    /// `None`: by the settings.
    pub(super) secure: Option<bool>,
    pub(super) partitioned: bool,
    pub(super) same_site: Option<SameSite>,
}

impl Cookie {
    /// A cookie with the defaults.
    pub fn new(name: impl Into<String>, value: impl Display) -> Cookie {
        Cookie {
            path: Some("/".to_owned()),
            http_only: true,
            secure: None,
            same_site: Some(SameSite::Lax),
            ..Cookie::bare(name, value)
        }
    }

    /// A cookie without any attribute.
    pub fn bare(name: impl Into<String>, value: impl Display) -> Cookie {
        Cookie {
            name: name.into(),
            value: value.to_string(),
            path: None,
            domain: None,
            max_age: None,
            expires: None,
            http_only: false,
            secure: Some(false),
            partitioned: false,
            same_site: None,
        }
    }

    /// The paths for which it is: this one and all below it.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Cookie {
        self.path = Some(path.into());
        self
    }

    /// The domain for which it is, with all of its subdomains. Without, it is for this host alone.
    #[must_use]
    pub fn domain(mut self, domain: impl Into<String>) -> Cookie {
        self.domain = Some(domain.into());
        self
    }

    /// How long it lasts, in whole seconds. Browsers keep none for more than 400 days.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Cookie {
        self.max_age = Some(age);
        self
    }

    /// When it ends. [`max_age`](Cookie::max_age) does not depend on the client's clock.
    #[must_use]
    pub fn expires(mut self, time: SystemTime) -> Cookie {
        self.expires = Some(time);
        self
    }

    /// Whether scripts can't read it.
    #[must_use]
    pub fn http_only(mut self, http_only: bool) -> Cookie {
        self.http_only = http_only;
        self
    }

    /// Whether it is sent over https alone. See
    /// [`Settings::secure_cookies`](crate::Settings::secure_cookies) for the default.
    #[must_use]
    pub fn secure(mut self, secure: bool) -> Cookie {
        self.secure = Some(secure);
        self
    }

    /// Whether each site that embeds this one has a cookie of its own. It must be `Secure`.
    #[must_use]
    pub fn partitioned(mut self, partitioned: bool) -> Cookie {
        self.partitioned = partitioned;
        self
    }

    /// Whether it goes along with requests that other sites cause.
    #[must_use]
    pub fn same_site(mut self, same_site: SameSite) -> Cookie {
        self.same_site = Some(same_site);
        self
    }

    /// The cookie that makes a browser forget this one: the same but for value and end.
    #[must_use]
    pub fn removal(mut self) -> Cookie {
        self.value.clear();
        self.max_age = None;
        self.expires = Some(UNIX_EPOCH);
        self
    }

    /// Checks the cookie, for those who want to know before it is set.
    ///
    /// # Errors
    ///
    /// [`BadCookie`] says what browsers would not take.
    ///
    /// ```
    /// use isle::request::Cookie;
    ///
    /// assert!(Cookie::new("theme", "dark; Domain=evil.test").build().is_ok()); // is encoded
    /// assert!(Cookie::new("the me", "dark").build().is_err());
    /// assert!(Cookie::new("theme", "dark").path("/; Domain=evil.test").build().is_err());
    /// ```
    pub fn build(self) -> Result<Cookie, BadCookie> {
        check::check(&self)?;
        Ok(self)
    }

    /// The value of the `Set-Cookie` header, `Secure` as told where the cookie does not say.
    ///
    /// # Errors
    ///
    /// [`BadCookie`] says what browsers would not take.
    pub fn to_header(&self, secure: bool) -> Result<HeaderValue, BadCookie> {
        let value = check::check(self)?;
        let mut text = String::with_capacity(self.name.len() + value.len() + 64);
        self.print(&value, secure, &mut text)
            .map_err(drop)
            .and_then(|()| HeaderValue::try_from(text).map_err(drop))
            .map_err(|()| BadCookie::unprintable(&self.name))
    }

    /// The attributes come in Astro's order.
    fn print(&self, value: &str, secure: bool, out: &mut String) -> fmt::Result {
        write!(out, "{}={value}", self.name)?;
        if let Some(age) = self.max_age {
            write!(out, "; Max-Age={}", age.as_secs())?;
        }
        if let Some(domain) = self.bare_domain() {
            write!(out, "; Domain={domain}")?;
        }
        if let Some(path) = &self.path {
            write!(out, "; Path={path}")?;
        }
        if let Some(expires) = self.expires.and_then(super::date::format) {
            write!(out, "; Expires={expires}")?;
        }
        if self.http_only {
            out.push_str("; HttpOnly");
        }
        if self.secure.unwrap_or(secure || self.needs_secure()) {
            out.push_str("; Secure");
        }
        if self.partitioned {
            out.push_str("; Partitioned");
        }
        match self.same_site {
            Some(SameSite::Strict) => out.push_str("; SameSite=Strict"),
            Some(SameSite::Lax) => out.push_str("; SameSite=Lax"),
            Some(SameSite::None) => out.push_str("; SameSite=None"),
            None => {}
        }
        Ok(())
    }

    /// The domain, without the dot that once stood before it.
    pub(super) fn bare_domain(&self) -> Option<&str> {
        self.domain
            .as_deref()
            .map(|domain| domain.strip_prefix('.').unwrap_or(domain))
    }

    /// Whether browsers drop it unless it is `Secure`.
    pub(super) fn needs_secure(&self) -> bool {
        self.partitioned
            || self.same_site == Some(SameSite::None)
            || check::has_prefix(&self.name, "__Secure-")
            || check::has_prefix(&self.name, "__Host-")
    }

    /// Whether a browser would keep one of the two only.
    pub(super) fn replaces(&self, other: &Cookie) -> bool {
        self.name == other.name
            && self.path == other.path
            && self.bare_domain() == other.bare_domain()
    }
}

/// Does not show the value: it may be a secret.
impl fmt::Debug for Cookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cookie")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
