use std::error::Error;
use std::fmt;

use axum::http::{HeaderValue, StatusCode, Uri};

use super::encode::encode;
use super::link::{Link, NotLocal};
use super::{Exit, Page};

/// The status of a redirect. There is no other: a status that is no redirect does not compile.
///
/// See RFC 9110, section 15.4.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Redirect {
    /// 301: the page has moved for good. A browser may repeat a POST as a GET.
    MovedPermanently,
    /// 302: for now the answer is elsewhere. A browser may repeat a POST as a GET.
    #[default]
    Found,
    /// 303: what a POST did is to be seen there, with a GET.
    SeeOther,
    /// 307: for now the answer is elsewhere; method and body stay.
    Temporary,
    /// 308: the page has moved for good; method and body stay.
    Permanent,
}

impl From<Redirect> for StatusCode {
    fn from(redirect: Redirect) -> StatusCode {
        match redirect {
            Redirect::MovedPermanently => StatusCode::MOVED_PERMANENTLY,
            Redirect::Found => StatusCode::FOUND,
            Redirect::SeeOther => StatusCode::SEE_OTHER,
            Redirect::Temporary => StatusCode::TEMPORARY_REDIRECT,
            Redirect::Permanent => StatusCode::PERMANENT_REDIRECT,
        }
    }
}

/// Where a redirect may go: a page's `url()`, any other [`Link`], or a path written out in the
/// source.
///
/// A literal follows the rule of [`Link::local`], save that spaces in it are encoded.
#[diagnostic::on_unimplemented(
    message = "a redirect can't go to `{Self}`",
    label = "not a link or a literal path",
    note = "write a page's `url()`, or a literal such as \"/login\"; what comes from a request goes through `Link::local(..)?`"
)]
pub trait RedirectTo: sealed::Sealed {
    #[doc(hidden)]
    fn link(self) -> Result<Link, NotLocal>;
}

#[diagnostic::do_not_recommend]
impl RedirectTo for Link {
    fn link(self) -> Result<Link, NotLocal> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl RedirectTo for &Link {
    fn link(self) -> Result<Link, NotLocal> {
        Ok(self.clone())
    }
}

#[diagnostic::do_not_recommend]
impl RedirectTo for &'static str {
    fn link(self) -> Result<Link, NotLocal> {
        Link::literal(self)
    }
}

/// Where [`redirect_external`] may go: a parsed `http:` or `https:` URL.
#[diagnostic::on_unimplemented(
    message = "a redirect to another site takes a parsed URL, not `{Self}`",
    label = "is no `Uri`",
    note = "write `Uri::from_static(\"https://…\")`, of `axum::http`; a path of this site goes to `redirect`"
)]
pub trait External: sealed::Sealed {
    #[doc(hidden)]
    fn location(&self) -> Result<HeaderValue, NotExternal>;
}

#[diagnostic::do_not_recommend]
impl External for Uri {
    fn location(&self) -> Result<HeaderValue, NotExternal> {
        if !matches!(self.scheme_str(), Some("http" | "https")) || self.host().is_none() {
            return Err(NotExternal(()));
        }
        HeaderValue::try_from(encode(&self.to_string()).as_ref()).map_err(|_| NotExternal(()))
    }
}

#[diagnostic::do_not_recommend]
impl External for &Uri {
    fn location(&self) -> Result<HeaderValue, NotExternal> {
        Uri::location(self)
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Link {}
    impl Sealed for &super::Link {}
    impl Sealed for &'static str {}
    impl Sealed for super::Uri {}
    impl Sealed for &super::Uri {}
}

/// A redirect to another site was asked for with something that is no `http:` or `https:` URL.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotExternal(());

impl fmt::Display for NotExternal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "`redirect_external` goes to http and https URLs with a host, and was given another; \
             help: `redirect` takes paths of this site",
        )
    }
}

impl Error for NotExternal {}

/// Sends the browser to another page of this site, with status 302 and an empty body.
///
/// ```
/// use isle::response::{Link, Page, redirect};
///
/// fn dashboard(token: Option<&str>) -> Page {
///     let Some(token) = token else {
///         return redirect("/login");
///     };
///     # return redirect("/x");
/// }
///
/// fn back(next: &str) -> Page {
///     redirect(Link::local(next)?) // what a request says can't leave the site
/// }
/// # assert!(dashboard(None).is_err() && back("//evil.test").is_err());
/// ```
///
/// A literal that would leave the site is answered with 500, and the log names it.
pub fn redirect(to: impl RedirectTo) -> Page {
    Err(Exit::redirect(to))
}

/// Sends the browser to another page of this site, with a status of one's choice.
///
/// ```
/// use isle::response::{Page, Redirect, redirect_with};
///
/// fn saved() -> Page {
///     redirect_with("/products", Redirect::SeeOther)
/// }
/// # assert!(saved().is_err());
/// ```
pub fn redirect_with(to: impl RedirectTo, status: Redirect) -> Page {
    Err(Exit::redirect_with(to, status))
}

/// Sends the browser to another site, with status 302 and an empty body.
///
/// Takes a parsed `http:` or `https:` URL; anything else is answered with 500. Don't build it from
/// what a request says: whoever sends a link to your site could then send people anywhere.
///
/// ```
/// use axum::http::Uri;
/// use isle::response::{Page, redirect_external};
///
/// fn source() -> Page {
///     redirect_external(Uri::from_static("https://example.com/source"))
/// }
/// # assert!(source().is_err());
/// ```
pub fn redirect_external(to: impl External) -> Page {
    Err(Exit::redirect_external(to))
}
