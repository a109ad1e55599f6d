//! Attributes that are URLs: a scheme that may run code is blocked.
//!
//! A browser reads the scheme as the WHATWG URL standard's basic URL parser does: control characters and spaces at the
//! front are dropped, tabs and line breaks everywhere, and case plays no role.

use std::borrow::Cow;
use std::fmt::Display;

use super::Cur;
use super::attribute::{Attribute, Value};
use super::cursor::{Spot, VALUE};

/// A URL that an author vouches for, whatever its scheme: `sms:`, `magnet:`, an app's own.
///
/// ```
/// use isle::html::{Buf, Url, V};
///
/// let mut out = Buf::new();
/// V(Url::trusted("sms:+15550100")).url(out.cur(), " href=\"", 0).commit();
/// assert_eq!(out.as_str(), " href=\"sms:+15550100\"");
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Url<'a>(Cow<'a, str>);

impl<'a> Url<'a> {
    /// Takes a URL without a look at its scheme.
    ///
    /// A `javascript:` URL runs with all rights of the page, so nothing that a visitor typed may come through here.
    pub fn trusted(url: impl Into<Cow<'a, str>>) -> Self {
        Self(url.into())
    }
}

#[diagnostic::do_not_recommend]
impl Attribute for Url<'_> {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Link(&self.0)
    }
}

/// What a URL in an attribute is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To go there, or to load something that may hold code.
    Any,
    /// To show an image: `data:image/…` is harmless.
    Image,
    /// As `srcset` and `ping` list them, between spaces and commas.
    List,
}

impl Value<'_> {
    /// Prints an attribute that is a URL, of which `open` is all up to the opening quote; see [`V`](super::V).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn url<'b>(self, c: Cur<'b>, open: &str, at: usize, to: Use) -> Cur<'b> {
        match self {
            Self::Text(url) => c.after(open).url(url, to),
            Self::Shown(url) => c.raw(open).shown_url(url, to),
            value => value.attr(c, open, at),
        }
    }
}

/// What a URL is replaced by whose scheme may run code.
const BLOCKED: &str = "#blocked\"";

impl Cur<'_> {
    #[inline(never)]
    fn shown_url(self, url: &dyn Display, to: Use) -> Self {
        self.after("").url(&url.to_string(), to)
    }
}

impl<'b> Spot<'b, VALUE> {
    /// Prints a URL, or [`BLOCKED`].
    #[inline(never)]
    pub(super) fn url(self, url: &str, to: Use) -> Cur<'b> {
        // What begins so has no scheme; most links of a site do.
        let relative = matches!(
            url.as_bytes().first(),
            None | Some(b'/' | b'#' | b'?' | b'.')
        );
        if relative && to != Use::List {
            self.quoted(url)
        } else {
            self.searched_url(url, to)
        }
    }

    /// Prints a URL that may have a scheme, or [`BLOCKED`].
    #[inline(never)]
    fn searched_url(self, url: &str, to: Use) -> Cur<'b> {
        if is_harmless(url, to) {
            return self.quoted(url);
        }
        // The scheme is a part of the value, which no log is to hold.
        tracing::warn!("a URL was blocked: its scheme is none of http, https, mailto, tel");
        self.end().raw(BLOCKED)
    }
}

fn is_harmless(url: &str, to: Use) -> bool {
    match to {
        Use::Any => scheme(url).is_none_or(is_listed),
        Use::Image => scheme(url).is_none_or(|scheme| is_listed(scheme) || is_image(url, scheme)),
        // Each URL of such a list begins after a space or a comma; what else does is looked at in vain.
        Use::List => url
            .split(|c| c == ',' || is_control_or_space(c))
            .all(|url| is_harmless(url, Use::Image)),
    }
}

fn is_listed(scheme: &str) -> bool {
    ["https", "http", "mailto", "tel"]
        .into_iter()
        .any(|listed| same(scheme, listed))
}

/// Whether it is `data:image/…`.
fn is_image(url: &str, scheme: &str) -> bool {
    let data = url
        .trim_start_matches(is_control_or_space)
        .strip_prefix(scheme);
    same(scheme, "data") && data.is_some_and(|data| starts(data, ":image/"))
}

/// The scheme as it is written, with the tabs and line breaks in it.
fn scheme(url: &str) -> Option<&str> {
    let url = url.trim_start_matches(is_control_or_space);
    let end = url.find(|c: char| {
        !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '.' | '\t' | '\n' | '\r')
    })?;
    (url[end..].starts_with(':') && url.starts_with(|c: char| c.is_ascii_alphabetic()))
        .then(|| &url[..end])
}

fn is_control_or_space(c: char) -> bool {
    c <= ' '
}

/// Tabs and line breaks are dropped wherever they stand.
fn is_dropped(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r')
}

fn same(text: &str, word: &str) -> bool {
    starts(text, word) && text.chars().filter(|c| !is_dropped(*c)).count() == word.len()
}

/// Whether `text` begins with `word`, as a browser reads it.
fn starts(text: &str, word: &str) -> bool {
    let mut text = text.chars().filter(|c| !is_dropped(*c));
    word.chars()
        .all(|c| text.next().is_some_and(|t| t.eq_ignore_ascii_case(&c)))
}
