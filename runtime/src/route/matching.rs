//! Whether a pattern matches a path, and with which values: one pass gives both.
//!
//! Paths are canonical and stay encoded here. Text of a pattern is encoded likewise, so a letter of a path is either a
//! byte or an escape, and an escape is never taken apart: `[a]2[b]` does not find its `2` in `%2F`. A value is decoded
//! once, when an argument reads it.

use super::mixed;
use super::spanning;
use super::table::{Part, Segment};
use super::values::Values;

/// Matches `path` against a pattern: `/a/b`, or nothing for the root. On success `values` holds a value for each
/// param, in order; a rest that matched nothing has an empty one.
///
/// As in Astro a rest takes as few segments as it can, and a param in a mixed segment ends at the first separator.
pub(super) fn matches<'p>(segments: &[Segment], path: &'p str, values: &mut Values<'p>) -> bool {
    values.clear();
    let mut left = path;
    for (index, segment) in segments.iter().enumerate() {
        if segment.has_rest() {
            return match segment {
                Segment::Rest(_) if index + 1 == segments.len() => {
                    values.push(left.strip_prefix('/').unwrap_or_default());
                    true
                }
                // How much it takes depends on all that follows.
                _ => spanning::matches(&segments[index..], left, values),
            };
        }
        let Some(behind) = left.strip_prefix('/') else {
            return false;
        };
        let end = behind.bytes().position(|byte| byte == b'/');
        let (text, after) = behind.split_at(end.unwrap_or(behind.len()));
        let matched = match segment {
            Segment::Static(wanted) => text == *wanted,
            Segment::Mixed(parts) => mixed::matches(parts, text, values),
            Segment::Param(_) | Segment::Rest(_) => {
                values.push(text);
                !text.is_empty()
            }
        };
        if !matched {
            return false;
        }
        left = after;
    }
    left.is_empty()
}

/// Whether a rest holds an escaped slash, which is data in a param, but in a rest could be taken for a separator.
pub(super) fn rest_holds_slash(segments: &[Segment], values: &Values<'_>) -> bool {
    let mut index = 0;
    let mut holds = |rest: bool| {
        index += 1;
        rest && values
            .get(index - 1)
            .is_some_and(|value| value.contains("%2F"))
    };
    segments.iter().any(|segment| match segment {
        Segment::Static(_) => false,
        Segment::Param(_) => holds(false),
        Segment::Rest(_) => holds(true),
        Segment::Mixed(parts) => parts.iter().any(|part| match part {
            Part::Static(_) => false,
            Part::Param(_) => holds(false),
            Part::Rest(_) => holds(true),
        }),
    })
}
