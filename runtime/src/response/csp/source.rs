use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Where something may come from: a host, a scheme, or a keyword.
///
/// ```
/// use isle::response::Source;
///
/// const CDN: Source = Source::literal("https://cdn.example.com"); // checked by the compiler
/// let from_the_environment = Source::parse("*.example.com")?;
/// # assert_ne!(CDN, from_the_environment);
/// # Ok::<(), isle::response::BadSource>(())
/// ```
///
/// Nothing that is no source can be one, so none can break the header or slip a directive into it. An empty list is
/// `'none'`, which therefore is no source. See CSP 3,
/// [section 2.3.1](https://www.w3.org/TR/CSP3/#framework-directive-source-list).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Source(Cow<'static, str>);

impl Source {
    /// `'self'`: the site's own origin.
    pub const SELF: Source = Source(Cow::Borrowed("'self'"));
    /// `data:` URLs. For images and fonts; for scripts it lets anything through.
    pub const DATA: Source = Source(Cow::Borrowed("data:"));
    /// `blob:` URLs, which scripts make.
    pub const BLOB: Source = Source(Cow::Borrowed("blob:"));
    /// Anything over https.
    pub const HTTPS: Source = Source(Cow::Borrowed("https:"));
    /// `'unsafe-inline'`: what stands in the document itself. For scripts, it gives up what the policy is there for.
    ///
    /// Browsers ignore it in a list that holds a nonce or a hash.
    pub const UNSAFE_INLINE: Source = Source(Cow::Borrowed("'unsafe-inline'"));
    /// `'unsafe-eval'`: scripts may make code of text.
    pub const UNSAFE_EVAL: Source = Source(Cow::Borrowed("'unsafe-eval'"));
    /// `'wasm-unsafe-eval'`: scripts may compile WebAssembly.
    pub const WASM_UNSAFE_EVAL: Source = Source(Cow::Borrowed("'wasm-unsafe-eval'"));
    /// `'unsafe-hashes'`: hashes count for attributes such as `onclick` too.
    pub const UNSAFE_HASHES: Source = Source(Cow::Borrowed("'unsafe-hashes'"));
    /// `'strict-dynamic'`: a trusted script may load others.
    pub const STRICT_DYNAMIC: Source = Source(Cow::Borrowed("'strict-dynamic'"));
    /// `'report-sample'`: reports hold the beginning of what was refused.
    pub const REPORT_SAMPLE: Source = Source(Cow::Borrowed("'report-sample'"));

    /// A host or a scheme that is written out in the source. In a `const`, what is none does not compile.
    ///
    /// # Panics
    ///
    /// If it is no source, as [`parse`](Source::parse) says.
    pub const fn literal(text: &'static str) -> Source {
        match check(text.as_bytes()) {
            Ok(()) => Source(Cow::Borrowed(text)),
            Err(help) => panic!("{}", help),
        }
    }

    /// Reads a host, `https://cdn.example.com`, `*.example.com:8080` or `example.com/scripts/`, or a scheme, `wss:`.
    ///
    /// # Errors
    ///
    /// [`BadSource`] for anything else, `'self'` in quotes among it: the keywords are constants.
    pub fn parse(text: &str) -> Result<Source, BadSource> {
        match check(text.as_bytes()) {
            Ok(()) => Ok(Source(Cow::Owned(text.to_owned()))),
            Err(help) => Err(BadSource::new("source", text, help)),
        }
    }

    /// `'nonce-…'`: the elements whose `nonce` attribute is this. It must be made anew for each answer, of 128 random
    /// bits at least, so it belongs to a page's policy and never to the site's.
    ///
    /// # Errors
    ///
    /// [`BadSource`] for what is no base64.
    pub fn nonce(nonce: &str) -> Result<Source, BadSource> {
        if is_base64(nonce) {
            Ok(Source(Cow::Owned(format!("'nonce-{nonce}'"))))
        } else {
            // The nonce itself may be a secret by mistake.
            let help = "it is one or more characters of base64";
            Err(BadSource::new("nonce", "", help))
        }
    }

    /// A hash, as browsers print it where they refuse an inline script: `sha256-…`, without quotes.
    ///
    /// # Errors
    ///
    /// [`BadSource`], unless it is sha256, sha384 or sha512, a hyphen, and base64.
    pub fn hash(hash: &str) -> Result<Source, BadSource> {
        let digest = ["sha256-", "sha384-", "sha512-"]
            .iter()
            .find_map(|name| hash.strip_prefix(name));
        if digest.is_some_and(is_base64) {
            Ok(Source(Cow::Owned(format!("'{hash}'"))))
        } else {
            let help = "write it like sha256-…, with the digest in base64";
            Err(BadSource::new("hash", hash, help))
        }
    }

    /// As the header has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let known =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    !digits.is_empty() && text.len() - digits.len() <= 2 && digits.bytes().all(known)
}

const HOST: &str = "a source is a host like https://cdn.example.com or *.example.com:8080/scripts/, or a scheme like \
                    data:; keywords such as 'self' are constants, Source::SELF";
const PATH: &str = "the path of a source holds no `;`, `,`, `?`, `#` or space; write them percent-encoded, or end it before";

/// Whether it is a `scheme-source` or a `host-source`; if not, what to do.
const fn check(text: &[u8]) -> Result<(), &'static str> {
    let scheme = scheme_end(text);
    let mut at = 0;
    if scheme > 0 {
        if scheme + 1 == text.len() {
            return Ok(());
        }
        if holds(text, scheme + 1, b'/') && holds(text, scheme + 2, b'/') {
            at = scheme + 3;
        }
    }
    let host = host_end(text, at);
    if host == at {
        return Err(HOST);
    }
    at = host;
    if holds(text, at, b':') {
        let start = at + 1;
        at = if holds(text, start, b'*') {
            start + 1
        } else {
            digits_end(text, start)
        };
        if at == start {
            return Err(HOST);
        }
    }
    if at == text.len() {
        return Ok(());
    }
    if !holds(text, at, b'/') {
        return Err(HOST);
    }
    is_path(text, at)
}

const fn holds(text: &[u8], at: usize, byte: u8) -> bool {
    at < text.len() && text[at] == byte
}

/// Where the colon behind a scheme stands, 0 if there is none (RFC 3986, section 3.1).
const fn scheme_end(text: &[u8]) -> usize {
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b':' => return at,
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if at > 0 => {}
            _ => return 0,
        }
        at += 1;
    }
    0
}

/// Where a host that begins here ends: `*`, or names with dots between them, the first of which may be `*`.
const fn host_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    if holds(text, at, b'*') {
        if !holds(text, at + 1, b'.') {
            return at + 1;
        }
        at += 2;
    }
    let mut name = at;
    while at < text.len() {
        match text[at] {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => {}
            b'.' if at > name => name = at + 1,
            _ => break,
        }
        at += 1;
    }
    // A name must stand behind the last dot.
    if at > name { at } else { start }
}

const fn digits_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < text.len() && text[at].is_ascii_digit() {
        at += 1;
    }
    at
}

/// `path-absolute` of RFC 3986, section 3.3, without what ends a directive or a policy.
const fn is_path(text: &[u8], start: usize) -> Result<(), &'static str> {
    let mut at = start;
    while at < text.len() {
        match text[at] {
            b'%' => {
                if at + 2 >= text.len()
                    || !text[at + 1].is_ascii_hexdigit()
                    || !text[at + 2].is_ascii_hexdigit()
                {
                    return Err(PATH);
                }
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {}
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+'
            | b'=' | b':' | b'@' | b'/' => {}
            _ => return Err(PATH),
        }
        at += 1;
    }
    Ok(())
}

/// Something can't stand in a policy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadSource {
    what: &'static str,
    text: String,
    help: &'static str,
}

impl BadSource {
    pub(super) fn new(what: &'static str, text: &str, help: &'static str) -> BadSource {
        BadSource {
            what,
            text: text.to_owned(),
            help,
        }
    }
}

impl fmt::Display for BadSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BadSource { what, text, help } = self;
        write!(
            f,
            "{text:?} is no {what} of a Content-Security-Policy; help: {help}"
        )
    }
}

impl Error for BadSource {}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn hosts_and_schemes_are_sources() {
        for text in [
            "https://cdn.example.com",
            "https://cdn.example.com:8443/scripts/a.js",
            "example.com",
            "localhost:3000",
            "127.0.0.1:*",
            "*.example.com",
            "*",
            "https://*:*",
            "wss://example.com/%3Ba/",
            "data:",
            "web+app:",
        ] {
            assert_eq!(Source::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_could_break_the_header_is_no_source() {
        for text in [
            "",
            "'self'",
            "'none'",
            "none;",
            "example.com; script-src *",
            "example.com *",
            "example.com,",
            "https://example.com/a;b",
            "https://example.com/a,b",
            "https://example.com/?q",
            "https://example.com/%zz",
            "https://example.com/a b",
            "https://",
            "https://.example.com",
            "https://example..com",
            "example.com.",
            "a.*.com",
            "*example.com",
            "*.example.com:",
            "example.com:80a",
            "[::1]",
            "b\u{fc}cher.example",
            "example.com\r\nx: y",
            ":",
        ] {
            assert!(Source::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn nonces_and_hashes_are_base64() {
        assert_eq!(
            Source::nonce("aGk_-+/=").unwrap().as_str(),
            "'nonce-aGk_-+/='"
        );
        assert_eq!(
            Source::hash("sha256-aGk=").unwrap().as_str(),
            "'sha256-aGk='"
        );
        for text in ["", "=", "a'", "a b", "a===", "a;"] {
            assert!(Source::nonce(text).is_err(), "{text:?}");
            assert!(Source::hash(&format!("sha256-{text}")).is_err(), "{text:?}");
        }
        assert!(Source::hash("md5-aGk=").is_err());
    }
}
