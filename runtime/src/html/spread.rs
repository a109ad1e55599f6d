//! `{..spread}`: attributes whose names are known only when the page runs.

use std::borrow::Cow;
use std::fmt;

use isle_facts::Runs;

use super::Cur;
use super::attribute::{Attribute, Value};
use super::url::Use;

/// Attributes, to be spread into a tag.
///
/// ```
/// use isle::html::{Attributes, Buf, V};
///
/// let attributes = Attributes::new().with("data-id", 7).with("title", "a \"b\"");
/// let mut out = Buf::new();
/// V(&attributes).spread(out.cur()).commit();
/// assert_eq!(out.as_str(), " data-id=\"7\" title=\"a &quot;b&quot;\"");
/// ```
///
/// A name is letters, digits and `- _ : .`, beginning with a letter. Names that run their value as code or hold more than
/// one value in it are refused: `on…`, `srcdoc`, `style`, and what frameworks in the browser evaluate (`x-data`, `v-if`,
/// `hx-vals`; [`html!`](macro@crate::html#values-and-code) lists them). The values of URL attributes are checked like
/// those that a tag names.
#[derive(Clone, Debug, Default)]
pub struct Attributes(Vec<(Cow<'static, str>, Text)>);

impl Attributes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an attribute, or replaces the one of this name; `None` removes it.
    ///
    /// A refused name is left out, and logged; see [`try_with`](Self::try_with).
    #[must_use]
    pub fn with(self, name: impl Into<Cow<'static, str>>, value: impl Attribute) -> Self {
        let name = name.into();
        match check(&name) {
            Ok(()) => self.set(name, value.value()),
            Err(refused) => {
                tracing::warn!("{refused}");
                self
            }
        }
    }

    /// Adds an attribute as [`with`](Self::with) does.
    ///
    /// # Errors
    ///
    /// [`NameRefused`], if the name is none or may not be spread.
    pub fn try_with(
        self,
        name: impl Into<Cow<'static, str>>,
        value: impl Attribute,
    ) -> Result<Self, NameRefused> {
        let name = name.into();
        check(&name)?;
        Ok(self.set(name, value.value()))
    }

    /// Adds or removes an attribute that is there or absent, such as `disabled`.
    #[must_use]
    pub fn with_flag(self, name: impl Into<Cow<'static, str>>, set: bool) -> Self {
        self.with(name, set.then_some(""))
    }

    fn set(mut self, name: Cow<'static, str>, value: Value<'_>) -> Self {
        self.0
            .retain(|(other, _)| !other.eq_ignore_ascii_case(&name));
        let harmless = matches!(value, Value::Link(_));
        if let Some(value) = value.text() {
            let value = Text {
                value: value.into_owned(),
                harmless,
            };
            self.0.push((name, value));
        }
        self
    }
}

/// A value, and whether it needs no check as a URL.
#[derive(Clone, Debug)]
struct Text {
    value: String,
    harmless: bool,
}

/// An attribute's name that may not be spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRefused(String);

impl fmt::Display for NameRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} can't be spread: it is no attribute's name, or one whose value is code (such as `onclick`, `srcdoc`, `style`, `x-data`), which only a tag itself may have",
            self.0
        )
    }
}

impl std::error::Error for NameRefused {}

fn check(name: &str) -> Result<(), NameRefused> {
    let first = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.'));
    let style = name.eq_ignore_ascii_case("style");
    if first && rest && !style && isle_facts::runs(name) == Runs::Nothing {
        Ok(())
    } else {
        Err(NameRefused(name.to_owned()))
    }
}

/// How an attribute's value is used, if it is a URL. The tag is not known here, so the strictest use of each name holds.
fn url(name: &str) -> Option<Use> {
    const ANY: [&str; 16] = [
        "action",
        "archive",
        "background",
        "cite",
        "classid",
        "codebase",
        "data",
        "formaction",
        "href",
        "longdesc",
        "lowsrc",
        "manifest",
        "profile",
        "src",
        "xlink:href",
        "xml:base",
    ];
    const IMAGE: [&str; 1] = ["poster"];
    const LIST: [&str; 3] = ["imagesrcset", "ping", "srcset"];
    let among = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if among(&ANY) {
        Some(Use::Any)
    } else if among(&IMAGE) {
        Some(Use::Image)
    } else if among(&LIST) {
        Some(Use::List)
    } else if isle_facts::is_fetched(&name.to_ascii_lowercase()) {
        Some(Use::Any)
    } else {
        None
    }
}

/// What `{..expr}` takes in a tag: [`Attributes`], or an option of them.
#[diagnostic::on_unimplemented(
    message = "only `Attributes` can be spread into a tag",
    label = "not `Attributes`",
    note = "names that are known only when the page runs must be checked: write `Attributes::new().with(\"data-id\", id)`"
)]
pub trait Spread {
    #[doc(hidden)]
    fn spread<'b>(&self, c: Cur<'b>, written: &[&str]) -> Cur<'b>;
}

#[diagnostic::do_not_recommend]
impl Spread for Attributes {
    fn spread<'b>(&self, c: Cur<'b>, written: &[&str]) -> Cur<'b> {
        self.0.iter().fold(c, |c, (name, text)| {
            if written
                .iter()
                .any(|written| written.eq_ignore_ascii_case(name))
            {
                return c;
            }
            let c = c.raw(" ").raw(name);
            if text.value.is_empty() {
                return c;
            }
            let c = c.after("=\"");
            match url(name) {
                Some(to) if !text.harmless => c.url(&text.value, to),
                _ => c.quoted(&text.value),
            }
        })
    }
}

#[diagnostic::do_not_recommend]
impl<T: Spread> Spread for Option<T> {
    fn spread<'b>(&self, c: Cur<'b>, written: &[&str]) -> Cur<'b> {
        self.iter()
            .fold(c, |c, attributes| attributes.spread(c, written))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Spread + ?Sized> Spread for &T {
    fn spread<'b>(&self, c: Cur<'b>, written: &[&str]) -> Cur<'b> {
        (**self).spread(c, written)
    }
}
