//! The `Content-Security-Policy`: what a browser may load for a page, and who may show the page.

mod directive;
mod source;

use std::fmt;

use axum::http::HeaderValue;

pub use directive::Directive;
pub use source::{BadSource, Source};

/// A `Content-Security-Policy`, made of directives and sources, so that it can't be malformed.
///
/// The default lets scripts come from the site alone, as files: an injected `<script>` does nothing. No `<object>`s, no
/// `<base>` that leads elsewhere, no foreign page around the site's; styles may stand in the document.
///
/// ```
/// use isle::response::{Csp, Directive, Source};
///
/// const CDN: Source = Source::literal("https://cdn.example.com");
///
/// let policy = Csp::default()
///     .allow(Directive::ScriptSrc, [CDN])
///     .set(Directive::ImgSrc, [Source::SELF, Source::DATA])
///     .set(Directive::FrameAncestors, []);
/// assert_eq!(
///     policy.to_string(),
///     "script-src 'self' https://cdn.example.com; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; \
///      style-src 'self' 'unsafe-inline'; img-src 'self' data:"
/// );
/// ```
///
/// A site's policy goes to [`Settings::csp`](crate::Settings::csp), a page's to
/// [`ResponseHead::csp`](crate::ResponseHead::csp). See [CSP 3](https://www.w3.org/TR/CSP3/).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Csp {
    lists: Vec<(Directive, Vec<Source>)>,
    /// `require-trusted-types-for 'script'`
    trusted_types: bool,
    /// `upgrade-insecure-requests`
    upgrade: bool,
    report_to: Option<String>,
}

/// The default policy as the header has it.
const DEFAULT: &str = "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; \
                       style-src 'self' 'unsafe-inline'";

impl Default for Csp {
    fn default() -> Csp {
        Csp::empty()
            .set(Directive::ScriptSrc, [Source::SELF])
            .set(Directive::ObjectSrc, [])
            .set(Directive::BaseUri, [Source::SELF])
            .set(Directive::FrameAncestors, [Source::SELF])
            .set(Directive::StyleSrc, [Source::SELF, Source::UNSAFE_INLINE])
    }
}

impl Csp {
    /// A policy that says nothing: no header is sent for it.
    pub fn empty() -> Csp {
        Csp {
            lists: Vec::new(),
            trusted_types: false,
            upgrade: false,
            report_to: None,
        }
    }

    /// Lets these sources through too.
    ///
    /// Where the directive has no list, it gets a copy of the one that counted until now, such as `default-src`. Where
    /// nothing restricts it, everything is let through already, and nothing changes: [`set`](Csp::set) restricts.
    pub fn allow(mut self, directive: Directive, sources: impl IntoIterator<Item = Source>) -> Csp {
        let Some(now) = self.in_force(directive) else {
            return self;
        };
        let mut list = now.to_vec();
        for source in sources {
            if !list.contains(&source) {
                list.push(source);
            }
        }
        self.put(directive, list);
        self
    }

    /// Lets these sources through, and no others. No source at all is `'none'`.
    pub fn set(mut self, directive: Directive, sources: impl IntoIterator<Item = Source>) -> Csp {
        self.put(directive, sources.into_iter().collect());
        self
    }

    /// Says nothing of the directive any more.
    pub fn remove(mut self, directive: Directive) -> Csp {
        self.lists.retain(|(known, _)| *known != directive);
        self
    }

    /// `require-trusted-types-for 'script'`: scripts can't make markup of text unless a policy of theirs checked it.
    ///
    /// See [Trusted Types](https://w3c.github.io/trusted-types/dist/spec/).
    pub fn require_trusted_types(mut self) -> Csp {
        self.trusted_types = true;
        self
    }

    /// `upgrade-insecure-requests`: what the page asks for over http is fetched over https.
    pub fn upgrade_insecure_requests(mut self) -> Csp {
        self.upgrade = true;
        self
    }

    /// `report-to`: the name of an endpoint of the `Reporting-Endpoints` header, which learns what was refused.
    ///
    /// # Errors
    ///
    /// [`BadSource`] for what is no token (RFC 9110, section 5.6.2).
    pub fn report_to(mut self, endpoint: &str) -> Result<Csp, BadSource> {
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if endpoint.is_empty() || !endpoint.bytes().all(token) {
            let help = "write the name that the Reporting-Endpoints header gives it";
            return Err(BadSource::new("report endpoint", endpoint, help));
        }
        self.report_to = Some(endpoint.to_owned());
        Ok(self)
    }

    /// The list that counts for the directive: its own, or the one that stands in for it.
    fn in_force(&self, directive: Directive) -> Option<&[Source]> {
        let mut wanted = Some(directive);
        while let Some(one) = wanted {
            if let Some((_, list)) = self.lists.iter().find(|(known, _)| *known == one) {
                return Some(list);
            }
            wanted = match one {
                // Workers are scripts where neither they nor what is in a page's frames has a list.
                Directive::ChildSrc if directive == Directive::WorkerSrc => {
                    Some(Directive::ScriptSrc)
                }
                other => other.fallback(),
            };
        }
        None
    }

    fn put(&mut self, directive: Directive, list: Vec<Source>) {
        match self.lists.iter_mut().find(|(known, _)| *known == directive) {
            Some((_, old)) => *old = list,
            None => self.lists.push((directive, list)),
        }
    }

    /// The header's value, empty for a policy that says nothing.
    pub(crate) fn value(&self) -> HeaderValue {
        let text = self.to_string();
        if text == DEFAULT {
            return HeaderValue::from_static(DEFAULT);
        }
        HeaderValue::try_from(text).expect("sources are ASCII")
    }
}

/// As the header has it.
impl fmt::Display for Csp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for (directive, list) in &self.lists {
            write!(f, "{between}{directive}")?;
            if list.is_empty() {
                f.write_str(" 'none'")?;
            }
            for source in list {
                write!(f, " {}", source.as_str())?;
            }
            between = "; ";
        }
        let flags = [
            (self.trusted_types, "require-trusted-types-for 'script'"),
            (self.upgrade, "upgrade-insecure-requests"),
        ];
        for (_, flag) in flags.iter().filter(|(is_set, _)| *is_set) {
            write!(f, "{between}{flag}")?;
            between = "; ";
        }
        if let Some(endpoint) = &self.report_to {
            write!(f, "{between}report-to {endpoint}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Source = Source::literal("a.test");

    #[test]
    fn the_default_is_the_one_that_the_design_names() {
        assert_eq!(Csp::default().to_string(), DEFAULT);
        assert_eq!(Csp::default().value(), DEFAULT);
    }

    #[test]
    fn to_allow_never_restricts() {
        let policy = Csp::empty().allow(Directive::ImgSrc, [A]);
        assert_eq!(policy, Csp::empty());
        let policy = Csp::empty()
            .set(Directive::DefaultSrc, [Source::SELF])
            .allow(Directive::ImgSrc, [A])
            .allow(Directive::ImgSrc, [A]);
        assert_eq!(
            policy.to_string(),
            "default-src 'self'; img-src 'self' a.test"
        );
        let policy = Csp::empty()
            .set(Directive::ObjectSrc, [])
            .allow(Directive::ObjectSrc, [A]);
        assert_eq!(policy.to_string(), "object-src a.test");
    }

    #[test]
    fn a_list_stands_in_for_those_that_are_not_there() {
        let base = Csp::empty()
            .set(Directive::DefaultSrc, [])
            .set(Directive::ScriptSrc, [Source::SELF]);
        for (directive, start) in [
            (Directive::ScriptSrcElem, "'self' "),
            (Directive::WorkerSrc, "'self' "),
            (Directive::StyleSrcAttr, ""),
            (Directive::FrameSrc, ""),
        ] {
            let policy = base.clone().allow(directive, [A]).to_string();
            let expected =
                format!("default-src 'none'; script-src 'self'; {directive} {start}a.test");
            assert_eq!(policy, expected);
        }
        // No list stands in for these.
        let policy = base.clone().allow(Directive::FormAction, [A]);
        assert_eq!(policy, base);
    }

    #[test]
    fn what_takes_no_sources() {
        let policy = Csp::empty()
            .upgrade_insecure_requests()
            .require_trusted_types()
            .report_to("csp")
            .unwrap();
        assert_eq!(
            policy.to_string(),
            "require-trusted-types-for 'script'; upgrade-insecure-requests; report-to csp"
        );
        for endpoint in ["", "a b", "a;b", "a,b", "\r\n"] {
            assert!(Csp::empty().report_to(endpoint).is_err());
        }
        assert_eq!(Csp::empty().value(), "");
    }
}
