//! Route patterns: the text of `#[page("/products/[slug]")]`, read and checked.
//!
//! The grammar is [Astro's](https://docs.astro.build/en/guides/routing/#dynamic-routes): a path whose segments are
//! plain text, a param (`[slug]`), a rest (`[...path]`, any number of segments, none too), or a mixture within one
//! segment (`[from]-[to]`, `post-[id]`, `[...path].json`).
//!
//! A pattern is written as people read it, not as it travels: `/café au lait` is right, `/caf%C3%A9` is not. Only the
//! characters that mean something in a pattern are escaped where they are meant literally: `%5B` `%5D` for `[` `]`,
//! `%3F` for `?`, `%23` for `#`, `%7B` `%7D` for `{` `}`, `%25` for `%`.

mod encode;
mod error;
mod key;
mod literal;
mod name;
mod parse;
#[cfg(test)]
mod tests;

pub use error::{PatternError, Problem};
pub use parse::parse;

use std::ops::Range;

/// A pattern that was read: its segments in order. `/` has none.
///
/// ```
/// let pattern = isle_syntax::pattern::parse("/[lang]/docs/[...path]").unwrap();
/// let names: Vec<_> = pattern.params().map(|param| param.name.as_str()).collect();
/// assert_eq!(names, ["lang", "path"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What stands between the slashes.
    pub segments: Vec<Segment>,
}

/// What stands between two slashes of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text alone: `products`.
    Static(Text),
    /// One param or rest alone: `[slug]`, `[...path]`.
    Param(Param),
    /// Text and params: `[from]-[to]`, `[...path].json`. Two params never touch.
    Mixed(Vec<Part>),
}

/// A piece of a mixed segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text, never empty.
    Static(Text),
    /// A param or a rest.
    Param(Param),
}

/// Literal text of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// As a person reads it: `café`.
    pub plain: String,
    /// As a canonical request path spells it, and as links print it: `caf%C3%A9`.
    pub encoded: String,
}

/// A name in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// The name, an identifier such as `slug`. It may be a keyword that has a raw form, such as `type`.
    pub name: String,
    /// Whether it is a rest, `[...path]`.
    pub rest: bool,
    /// Where it stands in the pattern's text, brackets included, in bytes.
    pub range: Range<usize>,
}

impl Pattern {
    /// The params in the order in which they stand, which is the order of their values in a match.
    pub fn params(&self) -> impl Iterator<Item = &Param> {
        self.segments.iter().flat_map(Segment::params)
    }

    /// The key by which the table of all pages is sorted, so that only neighbours need to be compared: two patterns
    /// that can answer the same path and rank equally always have the same key.
    pub fn key(&self) -> u64 {
        key::key(&self.segments)
    }
}

impl Segment {
    /// The params of this segment, in order.
    pub fn params(&self) -> impl Iterator<Item = &Param> {
        let (alone, parts) = match self {
            Segment::Static(_) => (None, &[][..]),
            Segment::Param(param) => (Some(param), &[][..]),
            Segment::Mixed(parts) => (None, &parts[..]),
        };
        alone
            .into_iter()
            .chain(parts.iter().filter_map(|part| match part {
                Part::Param(param) => Some(param),
                Part::Static(_) => None,
            }))
    }

    /// Whether a rest stands in it, so that it may span more than one segment of a path.
    pub fn has_rest(&self) -> bool {
        self.params().any(|param| param.rest)
    }
}
