use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use axum::http::HeaderValue;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;

use super::encode::encode;
use super::local::{Reason, stays};

/// What an `id` in a fragment can't hold, a `%` of its own among it (RFC 3986, section 3.5).
const FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

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
                literal: None,
                reason,
            }),
        }
    }

    /// A path written out in the source: the same, but a space is encoded, not refused.
    pub(crate) fn literal(path: &'static str) -> Result<Link, NotLocal> {
        match stays(path, true) {
            Ok(()) => Ok(Link(encode(path))),
            Err(reason) => Err(NotLocal {
                literal: Some(path),
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

    /// Adds a query, of a type that holds names and values: a struct, or a list of pairs.
    ///
    /// What is `None` is left out. The page reads the same type with axum's `Query`.
    ///
    /// ```
    /// use isle::Link;
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// struct Browse<'a> {
    ///     q: &'a str,
    ///     page: Option<u32>,
    /// }
    ///
    /// let link = Link::local("/products").unwrap().query(&Browse { q: "red & blue", page: Some(2) });
    /// assert_eq!(link.as_str(), "/products?q=red+%26+blue&page=2");
    /// ```
    ///
    /// A type that can't be a query, such as a struct in a struct, adds nothing, and the log says so.
    #[must_use]
    pub fn query<T: Serialize + ?Sized>(self, query: &T) -> Link {
        let added = match serde_urlencoded::to_string(query) {
            Ok(added) if added.is_empty() => return self,
            Ok(added) => added,
            Err(error) => {
                tracing::error!("a link goes without its query, which can't be written: {error}");
                return self;
            }
        };
        let (before, fragment) = match self.0.find('#') {
            Some(at) => self.0.split_at(at),
            None => (&*self.0, ""),
        };
        let mark = if before.contains('?') { '&' } else { '?' };
        Link(Cow::Owned(format!("{before}{mark}{added}{fragment}")))
    }

    /// Leads to a place in the page, in the stead of any that the link has.
    ///
    /// ```
    /// use isle::Link;
    ///
    /// let link = Link::local("/guide?v=2").unwrap().fragment("first steps");
    /// assert_eq!(link.as_str(), "/guide?v=2#first%20steps");
    /// ```
    #[must_use]
    pub fn fragment(self, id: &str) -> Link {
        let end = self.0.find('#').unwrap_or(self.0.len());
        let id = utf8_percent_encode(id, FRAGMENT);
        Link(Cow::Owned(format!("{}#{id}", &self.0[..end])))
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

impl From<Link> for String {
    fn from(link: Link) -> String {
        link.0.into_owned()
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

/// What [`Link::local`] was given could leave the site. It does not say what that was: what a visitor sent stays out of
/// logs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotLocal {
    /// The path, where it stands in the source.
    literal: Option<&'static str>,
    reason: Reason,
}

impl fmt::Display for NotLocal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.reason;
        match self.literal {
            Some(path) => write!(f, "{path:?} is no path of this site: {reason}"),
            None => write!(f, "the link is no path of this site: {reason}"),
        }
    }
}

impl Error for NotLocal {}

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

    #[test]
    fn a_query_goes_between_path_and_fragment() {
        let link = || Link::local("/a?b=c#d").unwrap();
        assert_eq!(link().query(&[("e", "f&g")]).as_str(), "/a?b=c&e=f%26g#d");
        assert_eq!(link().query(&()).as_str(), "/a?b=c#d");
        assert_eq!(link().query("no pairs").as_str(), "/a?b=c#d");
        assert_eq!(
            Link::fixed("/a").query(&[("q", "é ")]).as_str(),
            "/a?q=%C3%A9+"
        );
    }

    #[test]
    fn a_fragment_is_encoded_and_replaces_the_one_before() {
        assert_eq!(
            Link::local("/a#b").unwrap().fragment("100% é#").as_str(),
            "/a#100%25%20%C3%A9%23"
        );
    }
}
