use std::fmt;

use axum::http::HeaderValue;

/// `Strict-Transport-Security`: browsers that saw it ask for the site over https alone, for as long as it says.
///
/// ```
/// use isle::Settings;
/// use isle::response::Hsts;
///
/// let settings = Settings::default().hsts(Hsts::days(365).with_subdomains());
/// # let _ = settings;
/// ```
///
/// It can't be taken back from a browser that has seen it, other than over https with [`Hsts::FORGET`]; begin with a
/// few days. See RFC 6797.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Hsts {
    seconds: u64,
    subdomains: bool,
    preload: bool,
}

impl Hsts {
    /// Makes browsers forget it.
    pub const FORGET: Hsts = Hsts::days(0);

    /// For so many days from the last answer on.
    pub const fn days(days: u32) -> Hsts {
        Hsts {
            seconds: days as u64 * 24 * 60 * 60,
            subdomains: false,
            preload: false,
        }
    }

    /// For all domains below the site's too.
    pub const fn with_subdomains(mut self) -> Hsts {
        self.subdomains = true;
        self
    }

    /// Consents to the list that browsers come with, <https://hstspreload.org>. It asks for a year, and for
    /// subdomains.
    pub const fn preload(mut self) -> Hsts {
        self.preload = true;
        self
    }

    pub(super) fn value(self) -> HeaderValue {
        HeaderValue::try_from(self.to_string()).expect("it is ASCII")
    }
}

/// As the header has it.
impl fmt::Display for Hsts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "max-age={}", self.seconds)?;
        if self.subdomains {
            f.write_str("; includeSubDomains")?;
        }
        if self.preload {
            f.write_str("; preload")?;
        }
        Ok(())
    }
}
