//! `style` as a list of pairs: property and value.

use super::Cur;
use super::attribute::{Attribute, Value};

/// Pairs of property and value that an expression brings: a list of such, or an option of one.
#[diagnostic::on_unimplemented(
    message = "`style` takes pairs of property and value",
    label = "not such pairs",
    note = "write `style={{[(\"color\", color), (\"width\", width)]}}`, or an expression that is a list of such pairs"
)]
pub trait Declarations {
    #[doc(hidden)]
    fn declare<'b>(&self, styles: Styles<'b>) -> Styles<'b>;
}

/// A `style` attribute that is being printed; an empty list prints none.
///
/// ```
/// use isle::html::{Buf, Styles, V};
///
/// let mut out = Buf::new();
/// let styles = Styles::open(out.cur());
/// let styles = V("red").style(styles, "color");
/// let styles = V(None::<u32>).style(styles, "width");
/// let styles = V(2).style(styles, "--columns");
/// styles.close().commit();
/// assert_eq!(out.as_str(), " style=\"color:red;--columns:2\"");
/// ```
#[derive(Debug)]
#[must_use = "a list of styles ends with `close`"]
pub struct Styles<'b> {
    c: Cur<'b>,
    any: bool,
}

impl<'b> Styles<'b> {
    /// Begins the attribute.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn open(c: Cur<'b>) -> Self {
        Self { c, any: false }
    }

    /// Ends it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn close(self) -> Cur<'b> {
        if self.any { self.c.raw("\"") } else { self.c }
    }

    /// Adds a declaration that the author wrote out, which needs no check.
    #[inline]
    pub fn literal(self, property: &str, value: &str) -> Self {
        let front = if self.any { ";" } else { " style=\"" };
        Self {
            c: self
                .c
                .after(front)
                .escaped(property)
                .after(":")
                .escaped(value),
            any: true,
        }
    }

    /// Adds a declaration, unless its value could be more than a value.
    #[inline(never)]
    fn declaration(self, property: &str, value: &str) -> Self {
        if value.trim_ascii().is_empty() {
            return self;
        }
        if !is_property(property) || !is_inert(value) {
            tracing::warn!(
                property,
                "a style was left out: its property or value holds what could end the declaration or load something"
            );
            return self;
        }
        self.literal(property, value)
    }
}

impl Value<'_> {
    /// Adds a declaration of `property` to a list of styles.
    #[inline]
    pub(super) fn style<'b>(self, styles: Styles<'b>, property: &str) -> Styles<'b> {
        match self.text() {
            Some(value) => styles.declaration(property, &value),
            None => styles,
        }
    }
}

/// Whether a name is a CSS property's, `--custom` ones included.
fn is_property(name: &str) -> bool {
    let named = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && name.bytes().all(named)
}

/// Whether a value stays one, whatever surrounds it: it ends no declaration, opens nothing that it does not close, and
/// loads nothing.
fn is_inert(value: &str) -> bool {
    let mut open = Vec::new();
    let mut quote = None;
    for byte in value.bytes() {
        match byte {
            b';' | b'{' | b'}' | b'<' | b'@' | b'\\' | 0..=0x1f | 0x7f => return false,
            b'"' | b'\'' if quote.is_none() => quote = Some(byte),
            _ if quote == Some(byte) => quote = None,
            _ if quote.is_some() => {}
            b'(' => open.push(b')'),
            b'[' => open.push(b']'),
            b')' | b']' if open.pop() != Some(byte) => return false,
            _ => {}
        }
    }
    let lower = value.to_ascii_lowercase();
    let loads = ["/*", "url(", "src(", "image(", "image-set(", "expression"]
        .iter()
        .any(|word| lower.contains(word));
    quote.is_none() && open.is_empty() && !loads
}

#[diagnostic::do_not_recommend]
impl<P: AsRef<str>, T: Attribute> Declarations for (P, T) {
    fn declare<'b>(&self, styles: Styles<'b>) -> Styles<'b> {
        self.1.value().style(styles, self.0.as_ref())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Declarations> Declarations for Option<T> {
    fn declare<'b>(&self, styles: Styles<'b>) -> Styles<'b> {
        self.iter()
            .fold(styles, |styles, pair| pair.declare(styles))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Declarations + ?Sized> Declarations for &T {
    fn declare<'b>(&self, styles: Styles<'b>) -> Styles<'b> {
        (**self).declare(styles)
    }
}

macro_rules! lists {
    ($([$($length:tt)*] $list:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Declarations, $($length)*> Declarations for $list {
            fn declare<'b>(&self, styles: Styles<'b>) -> Styles<'b> {
                self.iter().fold(styles, |styles, pair| pair.declare(styles))
            }
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T>);
