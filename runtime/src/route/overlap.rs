//! How two patterns of equal rank lie to each other: the same, meeting, one within the other.

use super::order::{mixed_end, mixed_start};
use super::table::{Part, Segment};
use super::text;

/// Whether two patterns match the same paths in the same way: they differ in names at most.
pub(super) const fn same(one: &[Segment], other: &[Segment]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        let same = match (&one[at], &other[at]) {
            (Segment::Static(one), Segment::Static(other)) => text::equal(one, other),
            (Segment::Mixed(one), Segment::Mixed(other)) => same_parts(one, other),
            (Segment::Param(_), Segment::Param(_)) | (Segment::Rest(_), Segment::Rest(_)) => true,
            _ => false,
        };
        if !same {
            return false;
        }
        at += 1;
    }
    true
}

const fn same_parts(one: &[Part], other: &[Part]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        let same = match (&one[at], &other[at]) {
            (Part::Static(one), Part::Static(other)) => text::equal(one, other),
            (Part::Param(_), Part::Param(_)) | (Part::Rest(_), Part::Rest(_)) => true,
            _ => false,
        };
        if !same {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether some path matches both of two patterns of equal rank.
///
/// What stands before the first rest must agree from the front, what stands after the last from the back. What stands
/// between two rests always can, since each rest takes in whatever the other pattern wants there.
pub(super) const fn meet(one: &[Segment], other: &[Segment]) -> bool {
    let mut at = 0;
    while at < one.len() {
        let rest = one[at].has_rest();
        if !segments_meet(&one[at], &other[at], true, !rest) {
            return false;
        }
        if rest {
            break;
        }
        at += 1;
    }
    let mut at = one.len();
    while at > 0 {
        at -= 1;
        let rest = one[at].has_rest();
        if !segments_meet(&one[at], &other[at], !rest, true) {
            return false;
        }
        if rest {
            break;
        }
    }
    true
}

/// For mixed segments only the texts at the ends matter, where an end is one of the path's segment too: the params
/// between them take in the middle of the other.
const fn segments_meet(one: &Segment, other: &Segment, start: bool, end: bool) -> bool {
    match (one, other) {
        (Segment::Static(one), Segment::Static(other)) => text::equal(one, other),
        (Segment::Mixed(one), Segment::Mixed(other)) => {
            (!start || starts_meet(mixed_start(one), mixed_start(other)))
                && (!end || ends_meet(mixed_end(one), mixed_end(other)))
        }
        _ => true,
    }
}

const fn starts_meet(one: &str, other: &str) -> bool {
    text::starts_with(one, other) || text::starts_with(other, one)
}

const fn ends_meet(one: &str, other: &str) -> bool {
    text::ends_with(one, other) || text::ends_with(other, one)
}

/// Whether every path that matches `inner` matches `outer`, for patterns of equal rank.
pub(super) const fn within(inner: &[Segment], outer: &[Segment]) -> bool {
    let mut at = 0;
    while at < inner.len() {
        let within = match (&inner[at], &outer[at]) {
            (Segment::Static(inner), Segment::Static(outer)) => text::equal(inner, outer),
            (Segment::Mixed(inner), Segment::Mixed(outer)) => parts_within(inner, 0, 0, outer, 0),
            _ => true,
        };
        if !within {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether `outer`, from part `out`, matches whatever `inner` matches from part `at` and the byte `byte` of its text.
///
/// A param of `inner` stands for a letter that no text holds, so that only a param of `outer` takes it in; a rest of
/// `inner` for one that only a rest takes in.
const fn parts_within(inner: &[Part], at: usize, byte: usize, outer: &[Part], out: usize) -> bool {
    if out == outer.len() {
        return at == inner.len();
    }
    if let Part::Static(text) = &outer[out] {
        if at == inner.len() {
            return false;
        }
        return match &inner[at] {
            Part::Static(held) if text::holds_at(held, byte, text) => {
                let (at, byte) = skip(inner, at, byte, text.len());
                parts_within(inner, at, byte, outer, out + 1)
            }
            _ => false,
        };
    }
    let rest = matches!(&outer[out], Part::Rest(_));
    if rest && parts_within(inner, at, byte, outer, out + 1) {
        return true;
    }
    let (mut at, mut byte) = (at, byte);
    while at < inner.len() {
        if matches!(&inner[at], Part::Rest(_)) && !rest {
            return false;
        }
        (at, byte) = skip(inner, at, byte, letter(&inner[at], byte));
        if parts_within(inner, at, byte, outer, out + 1) {
            return true;
        }
    }
    false
}

/// The place `bytes` further in the text at `at`, or behind the param there.
const fn skip(parts: &[Part], at: usize, byte: usize, bytes: usize) -> (usize, usize) {
    match &parts[at] {
        Part::Static(text) if byte + bytes < text.len() => (at, byte + bytes),
        _ => (at + 1, 0),
    }
}

/// How many bytes spell the letter at this byte: three, if it is an escape.
const fn letter(part: &Part, byte: usize) -> usize {
    match part {
        Part::Static(text) if text.as_bytes()[byte] == b'%' => 3,
        _ => 1,
    }
}
