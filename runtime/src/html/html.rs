//! Finished markup.

use std::fmt;

use super::buf::Parked;

/// Markup, printed: what `html!` gives, and what goes into other markup verbatim.
///
/// ```
/// use isle::html::Html;
///
/// let signature = Html::trusted("<b>isle</b>");
/// assert_eq!(signature.as_str(), "<b>isle</b>");
/// ```
#[derive(Debug, Default)]
pub struct Html {
    bytes: Vec<u8>,
    exit: Option<Box<Parked>>,
}

impl Html {
    /// Takes text as markup, unescaped: the only door past the escaping.
    ///
    /// Whatever a visitor typed must not come through here, unless something has made it harmless before.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self {
            bytes: markup.into().into_bytes(),
            exit: None,
        }
    }

    pub(super) fn from_parts(bytes: Vec<u8>, exit: Option<Box<Parked>>) -> Self {
        Self { bytes, exit }
    }

    pub(super) fn into_parts(self) -> (Vec<u8>, Option<Box<Parked>>) {
        (self.bytes, self.exit)
    }

    /// The markup as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("only whole characters are printed")
    }

    /// The markup as bytes of UTF-8.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
