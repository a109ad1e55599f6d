//! What can be wrong with a pattern, in words.

use std::fmt;
use std::ops::Range;

/// Why a text is no route pattern.
///
/// ```
/// let error = isle_syntax::pattern::parse("/products/{id}").unwrap_err();
/// assert_eq!(error.range, 10..14);
/// assert_eq!(error.to_string(), "a param stands in brackets, not as `{id}`");
/// assert_eq!(error.help(), "write \"/products/[id]\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub problem: Problem,
    /// Where in the pattern's text, in bytes.
    pub range: Range<usize>,
    /// The whole pattern as it was probably meant, where that can be told.
    pub meant: Option<String>,
}

/// One way in which a pattern is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no text.
    Empty,
    /// The first character is no `/`.
    NoLeadingSlash,
    /// It begins with a scheme: `https://example.com/about`.
    WholeAddress,
    /// It ends with `/`.
    TrailingSlash,
    /// `//`.
    EmptySegment,
    /// A segment is `.` or `..`.
    DotSegment,
    /// A segment begins or ends with white space.
    Blank,
    /// `[` without `]`.
    Unclosed,
    /// `]` without `[`.
    Unopened,
    /// `[[slug]]`, or `[slug]?`: an optional param of another framework.
    Optional,
    /// `[]` or `[...]`.
    NoName,
    /// What stands in the brackets is no identifier.
    BadName(String),
    /// The second param of this name.
    DoubledName(String),
    /// `[a][b]`.
    ParamsTouch,
    /// `/[...a]/[...b]`.
    RestsTouch,
    /// A param in another framework's spelling, such as `{id}`, `:id`, `<id>` or `*path`.
    OtherSpelling(String),
    /// A brace that belongs to no param of another framework.
    Brace(char),
    /// `?`.
    Query,
    /// `#`.
    Fragment,
    /// `\`.
    Backslash,
    /// A character that no path may hold.
    Control(char),
    /// `%2F`.
    EncodedSlash,
    /// An escape of a character that needs none.
    Escape(String),
    /// A `%` that begins no escape.
    Percent,
}

impl PatternError {
    /// What to write instead, in one or two clauses without a full stop.
    pub fn help(&self) -> String {
        let write = self.meant.as_ref().map(|meant| format!("write {meant:?}"));
        match (write, self.problem.advice()) {
            (Some(write), Some(advice)) => format!("{write}; {advice}"),
            (Some(write), None) => write,
            (None, Some(advice)) => advice.to_owned(),
            (None, None) => {
                "patterns look like \"/about\", \"/products/[slug]\", \"/docs/[...path]\""
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Empty => f.write_str("the route pattern is empty"),
            Problem::NoLeadingSlash => f.write_str("a route pattern begins with a slash"),
            Problem::WholeAddress => {
                f.write_str("a route pattern is a path, without scheme and host")
            }
            Problem::TrailingSlash => f.write_str("a route pattern has no slash at its end"),
            Problem::EmptySegment => {
                f.write_str("nothing stands between two slashes of the route pattern")
            }
            Problem::DotSegment => {
                f.write_str("`.` and `..` can't be segments: browsers resolve them before they ask")
            }
            Problem::Blank => {
                f.write_str("a segment of the route pattern begins or ends with a space")
            }
            Problem::Unclosed => f.write_str("the bracket `[` is not closed in its segment"),
            Problem::Unopened => f.write_str("the bracket `]` closes nothing"),
            Problem::Optional => f.write_str("a param is never optional"),
            Problem::NoName => f.write_str("a param needs a name"),
            Problem::BadName(name) => write!(
                f,
                "`{name}` can't be a param, since no argument can have that name"
            ),
            Problem::DoubledName(name) => {
                write!(f, "the param `{name}` stands twice in the route pattern")
            }
            Problem::ParamsTouch => {
                f.write_str("two params touch, so that nothing tells where one ends")
            }
            Problem::RestsTouch => {
                f.write_str("two rests stand side by side, so that nothing tells where one ends")
            }
            Problem::OtherSpelling(found) => {
                write!(f, "a param stands in brackets, not as `{found}`")
            }
            Problem::Brace(brace) => write!(f, "`{brace}` means nothing in a route pattern"),
            Problem::Query => f.write_str("a route pattern ends before the query"),
            Problem::Fragment => {
                f.write_str("a route pattern has no fragment: browsers never send it")
            }
            Problem::Backslash => f.write_str("a path holds no backslash"),
            Problem::Control(found) => write!(f, "a path holds no {found:?}"),
            Problem::EncodedSlash => {
                f.write_str("a slash can't be text of a segment, escaped or not")
            }
            Problem::Escape(escape) => write!(
                f,
                "`{escape}` is escaped for nothing: patterns are written as people read them"
            ),
            Problem::Percent => f.write_str("`%` begins an escape in a route pattern"),
        }
    }
}

impl std::error::Error for PatternError {}

impl Problem {
    fn advice(&self) -> Option<&'static str> {
        Some(match self {
            Problem::Empty => "\"/\" is the site's first page",
            Problem::TrailingSlash => {
                "whether addresses end with a slash is the site's `trailing_slash`"
            }
            Problem::EmptySegment => "a path with an empty segment is never served",
            Problem::DotSegment => "leave the segment out",
            Problem::Unopened => "a param is `[name]`, a literal `]` is `%5D`",
            Problem::Unclosed => "a param is `[name]`, a literal `[` is `%5B`",
            Problem::Optional => {
                "a rest such as `[...path]` matches nothing too, or give the shorter path a page of its own"
            }
            Problem::DoubledName(_) => {
                "each param needs a name of its own, since each is an argument"
            }
            Problem::ParamsTouch => "put text between them",
            Problem::RestsTouch => "put a segment of text between them, or leave one out",
            Problem::Brace(_) => "a param is `[name]`, a literal brace is `%7B` or `%7D`",
            Problem::Query => "an argument `Query<T>` reads the query; a literal `?` is `%3F`",
            Problem::Fragment => "a literal `#` is `%23`",
            Problem::Backslash => "segments are divided by `/`",
            Problem::Control(_) => "leave it out",
            Problem::EncodedSlash => "a segment ends at each slash",
            Problem::Percent => "a literal `%` is `%25`",
            Problem::NoLeadingSlash
            | Problem::WholeAddress
            | Problem::Blank
            | Problem::NoName
            | Problem::BadName(_)
            | Problem::OtherSpelling(_)
            | Problem::Escape(_) => return None,
        })
    }
}
