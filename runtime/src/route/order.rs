//! Which pattern is asked first where several match a path.
//!
//! [Astro's order](https://docs.astro.build/en/guides/routing/#route-priority-order), segment by segment: text before
//! params; a segment with text in it before one without; one segment before a rest. Where one pattern ends, it comes
//! before a rest and after anything else. Of patterns that rank equally the one with more text in its mixed segments
//! comes first, so that `post-[id]` is asked before `[a]-[b]`; where that leaves two that can answer one path, the
//! table does not compile (see `check`).

use std::cmp::Ordering;

use super::table::{Part, Segment};
use super::text;

/// Negative, zero or positive, as `one` ranks before, with or after `other`.
pub(super) const fn compare_rank(one: &[Segment], other: &[Segment]) -> i32 {
    let mut at = 0;
    while at <= one.len() || at <= other.len() {
        let difference = rank(one, at) - rank(other, at);
        if difference != 0 {
            return difference;
        }
        at += 1;
    }
    0
}

const fn rank(segments: &[Segment], at: usize) -> i32 {
    if at >= segments.len() {
        return 4;
    }
    match &segments[at] {
        Segment::Static(_) => 0,
        Segment::Mixed(_) if !segments[at].has_rest() => 1,
        Segment::Mixed(_) => 2,
        Segment::Param(_) => 3,
        Segment::Rest(_) => 5,
    }
}

/// The order in which patterns are asked. Equal are only patterns that match the same paths in the same way.
pub(super) fn compare(one: &[Segment], other: &[Segment]) -> Ordering {
    compare_rank(one, other)
        .cmp(&0)
        .then_with(|| mixed_text(other).cmp(&mixed_text(one)))
        .then_with(|| texts(one).cmp(texts(other)))
}

/// Whether `one` is asked before `other`, where both match one path.
pub(super) const fn precedes(one: &[Segment], other: &[Segment]) -> bool {
    let rank = compare_rank(one, other);
    rank < 0 || (rank == 0 && mixed_text(one) > mixed_text(other))
}

/// How much text stands in the mixed segments. A pattern that answers a part of what another of the same rank answers
/// has more.
const fn mixed_text(segments: &[Segment]) -> usize {
    let (mut length, mut at) = (0, 0);
    while at < segments.len() {
        if let Segment::Mixed(parts) = &segments[at] {
            let mut part = 0;
            while part < parts.len() {
                if let Part::Static(text) = &parts[part] {
                    length += text.len();
                }
                part += 1;
            }
        }
        at += 1;
    }
    length
}

/// The text of a pattern without the names, which says all that its rank leaves open. A param sorts before a rest.
fn texts(segments: &[Segment]) -> impl Iterator<Item = &str> {
    segments.iter().flat_map(|segment| {
        let (whole, parts) = match segment {
            Segment::Static(text) => (Some(*text), &[][..]),
            Segment::Mixed(parts) => (None, *parts),
            Segment::Param(_) | Segment::Rest(_) => (None, &[][..]),
        };
        whole.into_iter().chain(parts.iter().map(|part| match part {
            Part::Static(text) => *text,
            // No text of a pattern holds these: they would be escaped.
            Part::Param(_) => "{",
            Part::Rest(_) => "}",
        }))
    })
}

/// The text with which a mixed segment begins.
pub(super) const fn mixed_start(parts: &[Part]) -> &'static str {
    match parts.first() {
        Some(Part::Static(text)) => text,
        _ => "",
    }
}

/// The text with which a mixed segment ends.
pub(super) const fn mixed_end(parts: &[Part]) -> &'static str {
    match parts.last() {
        Some(Part::Static(text)) => text,
        _ => "",
    }
}

/// Negative, zero or positive by the text with which the first mixed segments begin.
pub(super) const fn compare_start(one: &[Segment], other: &[Segment]) -> i32 {
    text::compare(first_start(one), first_start(other))
}

/// The text with which the first mixed segment begins, unless a rest stands before it: two patterns that meet have it
/// in common as far as both go.
pub(super) const fn first_start(segments: &[Segment]) -> &'static str {
    let mut at = 0;
    while at < segments.len() {
        match &segments[at] {
            Segment::Mixed(parts) => return mixed_start(parts),
            Segment::Rest(_) => return "",
            Segment::Static(_) | Segment::Param(_) => at += 1,
        }
    }
    ""
}
