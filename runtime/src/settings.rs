//! What a site learns at its start: who it is to the world, and whom it trusts.

use std::env;
use std::error::Error;
use std::fmt;
use std::net::IpAddr;

#[cfg(feature = "signed")]
use crate::request::Keys;
use crate::request::host::{Allowed, Host};
use crate::request::network::Network;
use crate::request::origin::Origin;
use crate::response::{Csp, Errors, Hsts, SecurityHeaders};

/// The settings of the moment, given to a site's router.
///
/// What is known at compile time, such as the base path, stands in the site itself.
///
/// ```
/// use isle::{Errors, Settings};
///
/// let settings = Settings::default()
///     .errors(Errors::Hidden)
///     .public_origin("https://shop.example")?
///     .trusted_proxy("10.0.0.0/8")?;
/// # Ok::<(), isle::BadSetting>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub(crate) errors: Errors,
    #[cfg(debug_assertions)]
    pub(crate) live_reload: bool,
    pub(crate) origins: Vec<Origin>,
    pub(crate) hosts: Vec<Allowed>,
    pub(crate) proxies: Vec<Network>,
    pub(crate) proxy_headers: ProxyHeaders,
    pub(crate) secure_cookies: Option<bool>,
    pub(crate) security: SecurityHeaders,
    #[cfg(feature = "signed")]
    pub(crate) keys: Option<Keys>,
}

impl Settings {
    /// The defaults, with what the environment says otherwise. Lists are separated by commas.
    ///
    /// | variable | |
    /// |---|---|
    /// | `ISLE_KEY` | the keys of signed and private cookies, the current one first |
    /// | `ISLE_PUBLIC_ORIGINS` | see [`public_origin`](Settings::public_origin) |
    /// | `ISLE_ALLOWED_HOSTS` | see [`allowed_host`](Settings::allowed_host) |
    /// | `ISLE_TRUSTED_PROXIES` | see [`trusted_proxy`](Settings::trusted_proxy) |
    /// | `ISLE_PROXY_HEADERS` | `x-forwarded` or `forwarded`, see [`ProxyHeaders`] |
    /// | `ISLE_ERRORS` | `shown` or `hidden`, see [`Errors`] |
    /// | `ISLE_LIVE_RELOAD` | `on` or `off`, see [`live_reload`](Settings::live_reload) |
    ///
    /// # Errors
    ///
    /// A variable that can't be read is an error that names it.
    pub fn from_env() -> Result<Settings, BadSetting> {
        Settings::from_variables(|name| match env::var(name) {
            Ok(value) => Ok(Some(value)),
            Err(env::VarError::NotPresent) => Ok(None),
            Err(env::VarError::NotUnicode(_)) => Err(BadSetting {
                what: name,
                value: String::new(),
                help: "it is no UTF-8",
            }),
        })
    }

    fn from_variables(
        read: impl Fn(&'static str) -> Result<Option<String>, BadSetting>,
    ) -> Result<Settings, BadSetting> {
        let mut settings = Settings::default();
        type Add = fn(Settings, &str) -> Result<Settings, BadSetting>;
        let lists: [(_, Add); 3] = [
            ("ISLE_PUBLIC_ORIGINS", Settings::public_origin),
            ("ISLE_ALLOWED_HOSTS", Settings::allowed_host),
            ("ISLE_TRUSTED_PROXIES", Settings::trusted_proxy),
        ];
        for (name, add) in lists {
            let list = read(name)?.unwrap_or_default();
            for entry in list
                .split(',')
                .map(str::trim)
                .filter(|entry| !entry.is_empty())
            {
                settings = add(settings, entry).map_err(|bad| BadSetting { what: name, ..bad })?;
            }
        }
        settings.proxy_headers = match read("ISLE_PROXY_HEADERS")?.as_deref() {
            None | Some("") => settings.proxy_headers,
            Some("x-forwarded") => ProxyHeaders::XForwarded,
            Some("forwarded") => ProxyHeaders::Forwarded,
            Some(other) => {
                let value = other.to_owned();
                return Err(BadSetting {
                    what: "ISLE_PROXY_HEADERS",
                    value,
                    help: "write x-forwarded or forwarded",
                });
            }
        };
        settings.errors = match read("ISLE_ERRORS")?.as_deref() {
            None | Some("") => settings.errors,
            Some("shown") => Errors::Shown,
            Some("hidden") => Errors::Hidden,
            Some(other) => {
                let value = other.to_owned();
                return Err(BadSetting {
                    what: "ISLE_ERRORS",
                    value,
                    help: "write shown or hidden",
                });
            }
        };
        settings = match read("ISLE_LIVE_RELOAD")?.as_deref() {
            None | Some("" | "off") => settings,
            Some("on") => settings.live_reload(true),
            Some(other) => {
                let value = other.to_owned();
                return Err(BadSetting {
                    what: "ISLE_LIVE_RELOAD",
                    value,
                    help: "write on or off",
                });
            }
        };
        #[cfg(feature = "signed")]
        if let Some(secrets) = read("ISLE_KEY")? {
            let named = |bad| BadSetting {
                what: "ISLE_KEY",
                ..bad
            };
            settings.keys = Some(Keys::read(&secrets).map_err(named)?);
        }
        Ok(settings)
    }

    /// The keys of signed and private cookies.
    #[cfg(feature = "signed")]
    pub fn keys(mut self, keys: Keys) -> Settings {
        self.keys = Some(keys);
        self
    }

    /// Whether pages reload by themselves once the program was built and started again. Off unless asked for, and always
    /// off in release builds, which have no code for it.
    ///
    /// Each page loads a small script then, one without islands too. Something must build and start the program when a file
    /// changes, such as `bacon` or `watchexec`:
    ///
    /// ```sh
    /// ISLE_LIVE_RELOAD=on watchexec --restart --exts rs,js,css -- cargo run
    /// ```
    pub fn live_reload(mut self, on: bool) -> Settings {
        #[cfg(debug_assertions)]
        {
            self.live_reload = on;
        }
        #[cfg(not(debug_assertions))]
        {
            let _ = (&mut self, on);
        }
        self
    }

    /// Whether the browser sees what went wrong behind a 500.
    pub fn errors(mut self, errors: Errors) -> Settings {
        self.errors = errors;
        self
    }

    /// Adds an origin under which the world knows the site, such as `https://shop.example`.
    ///
    /// Forms may be sent from its pages; cookies are `Secure` unless it is an `http:` one; and
    /// [`PageUrl`](crate::request::PageUrl) takes the scheme from it, whatever the proxy in front
    /// speaks to the site.
    ///
    /// # Errors
    ///
    /// [`BadSetting`], unless it is `http://` or `https://`, a host, a port if there is one, and
    /// nothing more.
    pub fn public_origin(mut self, origin: &str) -> Result<Settings, BadSetting> {
        let help = "write it like https://example.com, with nothing behind the host and its port";
        let parsed = Origin::parse(origin);
        self.origins
            .push(parsed.ok_or_else(|| BadSetting::new("public origin", origin, help))?);
        Ok(self)
    }

    /// Adds a host that the site answers to: `example.com`, or `.example.com` for the domain and all
    /// below it; with a port, only at that port.
    ///
    /// With none, every host is answered. With some, a request for another host gets 400; the hosts
    /// of the public origins count as allowed.
    ///
    /// # Errors
    ///
    /// [`BadSetting`] for what is no host.
    pub fn allowed_host(mut self, host: &str) -> Result<Settings, BadSetting> {
        let help = "write it like example.com, or .example.com for all below it too";
        let parsed = Allowed::parse(host);
        self.hosts
            .push(parsed.ok_or_else(|| BadSetting::new("allowed host", host, help))?);
        Ok(self)
    }

    /// Adds a proxy, or a network of proxies (`10.0.0.0/8`), whose `X-Forwarded-For`, `-Host` and
    /// `-Proto`, or `Forwarded` (RFC 7239), are believed. By default there is none, and these headers
    /// mean nothing.
    ///
    /// A proxy passes on what it does not write itself: where it writes `Forwarded`, say so with
    /// [`proxy_headers`](Settings::proxy_headers).
    ///
    /// # Errors
    ///
    /// [`BadSetting`] for what is no address or network.
    pub fn trusted_proxy(mut self, network: &str) -> Result<Settings, BadSetting> {
        let help = "write an address like 127.0.0.1, or a network like 10.0.0.0/8";
        let parsed = Network::parse(network);
        self.proxies
            .push(parsed.ok_or_else(|| BadSetting::new("trusted proxy", network, help))?);
        Ok(self)
    }

    /// Says which headers the trusted proxies write.
    pub fn proxy_headers(mut self, headers: ProxyHeaders) -> Settings {
        self.proxy_headers = headers;
        self
    }

    /// Decides whether cookies are `Secure`, that is sent over https alone.
    ///
    /// Where this is not called, the public origin of the request's host decides; where none is
    /// named, cookies are `Secure` in release builds.
    pub fn secure_cookies(mut self, secure: bool) -> Settings {
        self.secure_cookies = Some(secure);
        self
    }

    /// Sends this `Content-Security-Policy` with every answer, in the place of the default.
    ///
    /// ```
    /// use isle::Settings;
    /// use isle::response::{Csp, Directive, Source};
    ///
    /// let images = Source::parse("https://images.example")?;
    /// let settings = Settings::default().csp(
    ///     Csp::default().set(Directive::ImgSrc, [Source::SELF, images]),
    /// );
    /// # let _ = settings;
    /// # Ok::<(), isle::response::BadSource>(())
    /// ```
    ///
    /// A page can change it for itself: [`ResponseHead::csp`](crate::ResponseHead::csp).
    pub fn csp(mut self, csp: Csp) -> Settings {
        self.security = self.security.csp(csp);
        self
    }

    /// Makes browsers ask for the site over https alone, from the first answer on that they had over https.
    pub fn hsts(mut self, hsts: Hsts) -> Settings {
        self.security = self.security.hsts(hsts);
        self
    }

    /// Sends these security headers with every answer, in the place of the default ones.
    pub fn security_headers(mut self, headers: SecurityHeaders) -> Settings {
        self.security = headers;
        self
    }

    /// Whether a host, with or without a port, is one that the settings name.
    pub(crate) fn is_ours(&self, text: &str) -> bool {
        let allowed = |host| self.hosts.iter().any(|allowed| allowed.matches(&host));
        Host::parse(text).is_some_and(allowed) || self.origins.iter().any(|o| o.is_at(text))
    }

    pub(crate) fn trusts(&self, peer: IpAddr) -> bool {
        self.proxies.iter().any(|network| network.contains(peer))
    }

    /// Whether a cookie set for this host is `Secure` where it does not say.
    pub(crate) fn secure_at<'h>(&self, host: impl FnOnce() -> Option<&'h str>) -> bool {
        if let Some(secure) = self.secure_cookies {
            return secure;
        }
        if self.origins.is_empty() {
            return !cfg!(debug_assertions);
        }
        let host = host();
        let here = self
            .origins
            .iter()
            .find(|origin| host.is_some_and(|host| origin.is_at(host)));
        match here {
            Some(origin) => origin.https,
            None => self.origins.iter().any(|origin| origin.https),
        }
    }
}

/// The headers in which [trusted proxies](Settings::trusted_proxy) say whom a request comes from.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum ProxyHeaders {
    /// `X-Forwarded-For`, `-Host` and `-Proto`, or, in a request that has none of them, `Forwarded`.
    #[default]
    Either,
    /// `X-Forwarded-For`, `-Host` and `-Proto` alone.
    XForwarded,
    /// `Forwarded` alone: for proxies that write it, since they may pass on the others as the client
    /// sent them.
    Forwarded,
}

/// A setting can't be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadSetting {
    what: &'static str,
    value: String,
    help: &'static str,
}

impl BadSetting {
    pub(crate) fn new(what: &'static str, value: &str, help: &'static str) -> BadSetting {
        BadSetting {
            what,
            value: value.to_owned(),
            help,
        }
    }
}

impl fmt::Display for BadSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BadSetting { what, value, help } = self;
        write!(f, "the setting {what} can't be {value:?}; help: {help}")
    }
}

impl Error for BadSetting {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Settings, BadSetting> {
        Settings::from_variables(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            Ok(found.map(|(_, value)| (*value).to_owned()))
        })
    }

    #[test]
    fn an_empty_environment_gives_the_defaults() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.errors, Errors::default());
        assert!(settings.origins.is_empty() && settings.hosts.is_empty());
        assert!(settings.proxies.is_empty());
    }

    #[test]
    fn the_environment_names_origins_hosts_and_proxies() {
        let settings = read(&[
            ("ISLE_PUBLIC_ORIGINS", "https://a.test, https://b.test:8443"),
            ("ISLE_ALLOWED_HOSTS", ".c.test"),
            ("ISLE_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8"),
            ("ISLE_ERRORS", "hidden"),
        ])
        .unwrap();
        for host in ["a.test", "a.test:443", "b.test:8443", "x.c.test"] {
            assert!(settings.is_ours(host), "{host}");
        }
        assert!(!settings.is_ours("b.test"));
        assert!(settings.trusts([10, 1, 1, 1].into()));
        assert_eq!(settings.errors, Errors::Hidden);
    }

    #[test]
    fn what_cannot_be_read_is_an_error_that_names_its_variable() {
        for (name, value) in [
            ("ISLE_PUBLIC_ORIGINS", "https://a.test/"),
            ("ISLE_PUBLIC_ORIGINS", "a.test"),
            ("ISLE_ALLOWED_HOSTS", "https://a.test"),
            ("ISLE_TRUSTED_PROXIES", "10.0.0.0/99"),
            ("ISLE_PROXY_HEADERS", "x-real-ip"),
            ("ISLE_ERRORS", "yes"),
            ("ISLE_LIVE_RELOAD", "1"),
        ] {
            let text = read(&[(name, value)]).unwrap_err().to_string();
            assert!(text.contains(name) && text.contains(value), "{text}");
        }
    }

    #[test]
    fn cookies_are_secure_by_the_origin() {
        let named = |origin| Settings::default().public_origin(origin).unwrap();
        assert!(named("https://a.test").secure_at(|| Some("a.test")));
        assert!(named("https://a.test").secure_at(|| Some("other.test")));
        assert!(!named("http://localhost:3000").secure_at(|| Some("localhost:3000")));
        assert!(
            !named("https://a.test")
                .secure_cookies(false)
                .secure_at(|| Some("a.test"))
        );
        assert_eq!(
            Settings::default().secure_at(|| Some("a.test")),
            !cfg!(debug_assertions)
        );
    }
}
