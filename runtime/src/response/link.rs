use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use axum::http::HeaderValue;

/// A path of this site, with its query, encoded and safe to send a browser to.
///
/// A page's `url()` gives one, `link!("/about")` too; [`Link::local`] makes one of what a request
/// says. `href={link}` prints it, [`redirect`](super::redirect()) goes there.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Link(Cow<'static, str>);

impl Link {
    /// Takes a path of this site and refuses anything that could leave it.
    ///
    /// The path begins with one `/`, followed by neither `/` nor `\`; it holds no control
    /// character, space or `\`; and once its dot segments are resolved it still does not begin
    /// with `//`. These are the ways by which browsers (the WHATWG URL standard) read another site
    /// out of what looks like a path. What a URL can't hold as it is, `é` and `"` for example, is
    /// percent-encoded; what is encoded already stays.
    ///
    /// # Errors
    ///
    /// [`NotLocal`] says what was refused. As `?` in a page it answers 500; to answer otherwise,
    /// match on it.
    ///
    /// ```
    /// use isle::response::Link;
    ///
    /// let next = "/products?page=2";
    /// assert_eq!(Link::local(next).unwrap().as_str(), "/products?page=2");
    /// assert!(Link::local("https://evil.test").is_err());
    /// assert!(Link::local("//evil.test").is_err());
    /// assert!(Link::local("/\\evil.test").is_err());
    /// ```
    pub fn local(path: &str) -> Result<Link, NotLocal> {
        match stays(path, false) {
            Ok(()) => Ok(Link(Cow::Owned(encode(path).into_owned()))),
            Err(reason) => Err(NotLocal {
                path: path.to_owned(),
                reason,
            }),
        }
    }

    /// A path written out in the source: the same, but a space is encoded, not refused.
    pub(crate) fn literal(path: &'static str) -> Result<Link, NotLocal> {
        match stays(path, true) {
            Ok(()) => Ok(Link(encode(path))),
            Err(reason) => Err(NotLocal {
                path: path.to_owned(),
                reason,
            }),
        }
    }

    /// A path that the route table knows and that is encoded already. Generated code calls this.
    #[doc(hidden)]
    pub const fn fixed(path: &'static str) -> Link {
        Link(Cow::Borrowed(path))
    }

    /// A path built from a pattern and its values, encoded already. Generated code calls this.
    ///
    /// A rest parameter can be `/evil.test`, and the whole then `//evil.test`, another site. Such
    /// a link is dead, since no page answers an empty segment; but it must not leave the site.
    #[doc(hidden)]
    pub fn built(mut path: String) -> Link {
        if path.starts_with("//") {
            path.replace_range(1..2, "%2F");
        }
        Link(Cow::Owned(path))
    }

    /// The link as it stands in a `Location` header: path, query and fragment, encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Encoding leaves visible ASCII only, which is always a header value.
    pub(super) fn to_header(&self) -> HeaderValue {
        HeaderValue::try_from(&*self.0).unwrap_or_else(|_| HeaderValue::from_static("/"))
    }
}

impl AsRef<str> for Link {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What [`Link::local`] was given could leave the site.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotLocal {
    path: String,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Reason {
    NoSlash,
    TwoSlashes,
    Character,
    DotSegments,
}

impl fmt::Display for NotLocal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Reason::NoSlash => "it does not begin with `/`",
            Reason::TwoSlashes => "a browser reads what follows `//` or `/\\` as another site",
            Reason::Character => "it holds a space, a control character or `\\`",
            Reason::DotSegments => "without its dot segments it begins with `//`",
        };
        write!(f, "{:?} is no path of this site: {reason}", self.path)
    }
}

impl Error for NotLocal {}

/// Whether a browser that is sent to `path` stays on the site.
fn stays(path: &str, spaces: bool) -> Result<(), Reason> {
    let bytes = path.as_bytes();
    if bytes.first() != Some(&b'/') {
        return Err(Reason::NoSlash);
    }
    if matches!(bytes.get(1), Some(b'/' | b'\\')) {
        return Err(Reason::TwoSlashes);
    }
    let refused = |b: &u8| matches!(b, 0..=0x1f | 0x7f | b'\\') || (*b == b' ' && !spaces);
    if bytes.iter().any(refused) {
        return Err(Reason::Character);
    }
    let end = path.find(['?', '#']).unwrap_or(path.len());
    if doubles_slash(&path[1..end]) {
        return Err(Reason::DotSegments);
    }
    Ok(())
}

/// Whether the path, here without its first `/`, begins with `//` once dot segments are resolved
/// as the WHATWG URL standard's path state does, `%2e` included.
fn doubles_slash(path: &str) -> bool {
    let mut depth = 0_usize;
    let mut first_is_empty = false;
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        let dots = dots(segment);
        if dots == Some(2) {
            depth = depth.saturating_sub(1);
        }
        // A dot segment at the end leaves an empty one.
        if dots.is_none() || last {
            if depth == 0 {
                first_is_empty = dots.is_some() || segment.is_empty();
            }
            depth += 1;
        }
    }
    depth > 1 && first_is_empty
}

/// 1 for `.`, 2 for `..`, each dot written out or as `%2e`.
fn dots(segment: &str) -> Option<usize> {
    let mut rest = segment.as_bytes();
    let mut count = 0;
    while !rest.is_empty() {
        rest = match rest {
            [b'.', rest @ ..] | [b'%', b'2', b'e' | b'E', rest @ ..] => rest,
            _ => return None,
        };
        count += 1;
    }
    (count == 1 || count == 2).then_some(count)
}

/// Percent-encodes what can't stand in a URI (RFC 3986, section 2), a `%` that begins no escape
/// among it. Escapes stay as they are.
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let stands = |at: usize| match bytes[at] {
        b'%' => {
            let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
            hex(at + 1) && hex(at + 2)
        }
        b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
        byte => byte.is_ascii_graphic(),
    };
    if (0..bytes.len()).all(stands) {
        return Cow::Borrowed(text);
    }
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() + 16);
    for (at, &byte) in bytes.iter().enumerate() {
        if stands(at) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    Cow::Owned(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_accepts_paths_of_the_site() {
        for path in [
            "/",
            "/a//b",
            "/a:b",
            "/a@b",
            "/a/../b",
            "/x?y=//evil.test",
            "/x#//evil.test",
        ] {
            assert_eq!(Link::local(path).as_ref().map(Link::as_str), Ok(path));
        }
    }

    #[test]
    fn local_encodes_once() {
        let encoded = |path| Link::local(path).unwrap().to_string();
        assert_eq!(encoded("/café"), "/caf%C3%A9");
        assert_eq!(encoded("/caf%C3%A9"), "/caf%C3%A9");
        assert_eq!(encoded("/100%"), "/100%25");
        assert_eq!(encoded("/\"onclick=x"), "/%22onclick=x");
        assert_eq!(encoded("/%2"), "/%252");
    }

    #[test]
    fn local_refuses_what_could_leave_the_site() {
        for path in [
            "",
            "x",
            "?x",
            "#x",
            "https://evil.test",
            "javascript:alert(1)",
            "//evil.test",
            "/\\evil.test",
            "///evil.test",
            " /x",
            "/\t/evil.test",
            "/x\r\nLocation: //evil.test",
            "/a b",
            "/x\0",
            "/\x7f",
            "/x?to=\\y",
        ] {
            assert!(Link::local(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn local_refuses_paths_that_become_two_slashes() {
        for path in [
            "/.//evil.test",
            "/..//evil.test",
            "/%2e//evil.test",
            "/%2E%2e//evil.test",
            "/.%2e//x",
            "/a/..//x",
            "/a/.././/x",
            "/././/x",
            "/..//",
        ] {
            assert!(Link::local(path).is_err(), "{path:?}");
        }
        for path in [
            "/.",
            "/..",
            "/./",
            "/a/..",
            "/a/./b//c",
            "/...//x",
            "/a/b/..//x",
            "/.x//y",
        ] {
            assert!(Link::local(path).is_ok(), "{path:?}");
        }
    }

    #[test]
    fn a_built_link_never_leaves_the_site() {
        assert_eq!(Link::built("//evil.test".into()).as_str(), "/%2Fevil.test");
        assert_eq!(Link::built("/docs/a".into()).as_str(), "/docs/a");
    }
}
