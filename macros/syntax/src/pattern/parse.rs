//! From text to a checked pattern.

use std::collections::HashSet;
use std::ops::Range;

use super::encode::encode;
use super::name;
use super::{Param, Part, Pattern, PatternError, Problem, Segment, Text};

/// Reads a route pattern.
///
/// ```
/// use isle_syntax::pattern::{Segment, parse};
///
/// let pattern = parse("/products/[slug]").unwrap();
/// assert!(matches!(&pattern.segments[0], Segment::Static(text) if text.plain == "products"));
/// assert!(matches!(&pattern.segments[1], Segment::Param(param) if param.name == "slug"));
///
/// let error = parse("products/[slug]").unwrap_err();
/// assert_eq!(error.help(), "write \"/products/[slug]\"");
/// ```
///
/// # Errors
/// The first mistake in the text, with its place and, where that can be told, the pattern as it was meant.
pub fn parse(text: &str) -> Result<Pattern, PatternError> {
    let pattern = Source { text };
    if text.is_empty() {
        return Err(pattern.error(Problem::Empty, 0..0, None));
    }
    if let Some((_, rest)) = text
        .split_once("://")
        .filter(|(scheme, _)| scheme.chars().all(char::is_alphanumeric))
    {
        let path = rest.find('/').map_or("/", |at| &rest[at..]);
        return Err(pattern.error(Problem::WholeAddress, 0..text.len(), Some(path)));
    }
    if !text.starts_with('/') {
        return Err(pattern.error(Problem::NoLeadingSlash, 0..0, Some("/")));
    }
    if text == "/" {
        return Ok(Pattern {
            segments: Vec::new(),
        });
    }
    if text.ends_with('/') {
        let bare = text.trim_end_matches('/').len().max(1);
        return Err(pattern.error(Problem::TrailingSlash, bare..text.len(), Some("")));
    }
    let mut segments = Vec::new();
    let mut at = 1;
    for segment in text[1..].split('/') {
        segments.push(pattern.segment(at..at + segment.len())?);
        at += segment.len() + 1;
    }
    let read = Pattern { segments };
    pattern.names_differ(&read)?;
    pattern.rests_are_apart(&read)?;
    Ok(read)
}

/// The text that is read, of which every range is a part.
#[derive(Clone, Copy)]
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
}

impl<'t> Source<'t> {
    /// An error at `range`, which was probably meant to be `meant`.
    pub(super) fn error(
        self,
        problem: Problem,
        range: Range<usize>,
        meant: Option<&str>,
    ) -> PatternError {
        let meant = meant.map(|meant| {
            format!(
                "{}{meant}{}",
                &self.text[..range.start],
                &self.text[range.end..]
            )
        });
        PatternError {
            problem,
            range,
            meant,
        }
    }

    fn segment(self, range: Range<usize>) -> Result<Segment, PatternError> {
        let text = &self.text[range.clone()];
        if text.is_empty() {
            return Err(self.error(
                Problem::EmptySegment,
                range.start - 1..range.end + 1,
                Some("/"),
            ));
        }
        if matches!(text, "." | "..") {
            return Err(self.error(Problem::DotSegment, range, None));
        }
        if text.trim() != text {
            return Err(self.error(Problem::Blank, range, Some(text.trim())));
        }
        self.refuse_other_spelling(range.clone())?;

        let mut parts = self.parts(range)?;
        match parts.pop() {
            Some(Part::Static(text)) if parts.is_empty() => Ok(Segment::Static(text)),
            Some(Part::Param(param)) if parts.is_empty() => Ok(Segment::Param(param)),
            last => {
                parts.extend(last);
                Ok(Segment::Mixed(parts))
            }
        }
    }

    fn parts(self, range: Range<usize>) -> Result<Vec<Part>, PatternError> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut at = range.start;
        while let Some(next) = self.text[at..range.end].chars().next() {
            if next == '[' {
                if !plain.is_empty() {
                    parts.push(static_part(std::mem::take(&mut plain)));
                }
                let param = self.param(at..range.end)?;
                at = param.range.end;
                if matches!(parts.last(), Some(Part::Param(_))) {
                    let gap = param.range.start..param.range.start;
                    return Err(self.error(Problem::ParamsTouch, gap, Some("-")));
                }
                parts.push(Part::Param(param));
            } else {
                let (literal, length) = self.literal(next, at..range.end)?;
                plain.push(literal);
                at += length;
            }
        }
        if !plain.is_empty() {
            parts.push(static_part(plain));
        }
        Ok(parts)
    }

    /// The param that begins at the bracket where `range` begins.
    fn param(self, range: Range<usize>) -> Result<Param, PatternError> {
        let text = &self.text[range.clone()];
        if let Some(inner) = text.strip_prefix("[[") {
            let end = inner
                .find("]]")
                .map_or(text.len(), |end| end + "[[]]".len());
            let meant = format!(
                "[...{}]",
                name::nearest(
                    inner
                        .split(']')
                        .next()
                        .unwrap_or_default()
                        .trim_matches('.')
                )
            );
            return Err(self.error(
                Problem::Optional,
                range.start..range.start + end,
                Some(&meant),
            ));
        }
        let end = match text[1..].find(['[', ']']) {
            Some(end) if text[1 + end..].starts_with(']') => 1 + end,
            _ => {
                let rest = text[1..].split('[').next().unwrap_or_default();
                let meant =
                    name::is_good(rest.trim_start_matches("...")).then(|| format!("[{rest}]"));
                let whole = range.start..range.start + 1 + rest.len();
                return Err(self.error(Problem::Unclosed, whole, meant.as_deref()));
            }
        };
        let range = range.start..range.start + end + 1;
        let inner = &text[1..end];
        let rest = inner.starts_with("...") || inner.starts_with('\u{2026}');
        let dots = if rest { "..." } else { "" };
        let name = inner.trim_start_matches("...");
        if self.text[range.end..].starts_with('?') || inner.ends_with('?') {
            let meant = format!("[...{}]", name::nearest(name));
            let mark = usize::from(!inner.ends_with('?'));
            return Err(self.error(
                Problem::Optional,
                range.start..range.end + mark,
                Some(&meant),
            ));
        }
        if name.trim().is_empty() {
            let meant = if rest { "[...path]" } else { "[name]" };
            return Err(self.error(Problem::NoName, range, Some(meant)));
        }
        if !name::is_good(name) {
            let meant = format!(
                "[{dots}{}]",
                name::nearest(name.trim_start_matches(['.', '\u{2026}']))
            );
            return Err(self.error(Problem::BadName(name.to_owned()), range, Some(&meant)));
        }
        Ok(Param {
            name: name.to_owned(),
            rest,
            range,
        })
    }

    fn names_differ(self, pattern: &Pattern) -> Result<(), PatternError> {
        let mut names = HashSet::new();
        for param in pattern.params() {
            if !names.insert(&param.name) {
                let dots = if param.rest { "..." } else { "" };
                let meant = format!("[{dots}{}2]", param.name);
                let problem = Problem::DoubledName(param.name.clone());
                return Err(self.error(problem, param.range.clone(), Some(&meant)));
            }
        }
        Ok(())
    }

    fn rests_are_apart(self, pattern: &Pattern) -> Result<(), PatternError> {
        for pair in pattern.segments.windows(2) {
            if let [Segment::Param(one), Segment::Param(other)] = pair
                && one.rest
                && other.rest
            {
                return Err(self.error(
                    Problem::RestsTouch,
                    one.range.start..other.range.end,
                    None,
                ));
            }
        }
        Ok(())
    }
}

fn static_part(plain: String) -> Part {
    Part::Static(Text {
        encoded: encode(&plain),
        plain,
    })
}
