//! Matching in a constant, where only the answer is wanted.
//!
//! It says the same as `matching`, whose tests compare the two, and takes no care of time: it runs on the literals of
//! a program.

use super::table::{Part, Segment};
use super::text;

/// Whether the pattern matches the canonical path: `/a/b`, or nothing for the root.
pub(super) const fn accepts(segments: &[Segment], path: &str) -> bool {
    segments_accept(segments, 0, path, 0)
}

const fn segments_accept(segments: &[Segment], index: usize, path: &str, at: usize) -> bool {
    if index == segments.len() {
        return at == path.len();
    }
    let slash = text::holds_at(path, at, "/");
    match &segments[index] {
        Segment::Rest(_) => {
            if segments_accept(segments, index + 1, path, at) {
                return true;
            }
            let mut end = at;
            while text::holds_at(path, end, "/") {
                end = segment_end(path, end + 1);
                if segments_accept(segments, index + 1, path, end) {
                    return true;
                }
            }
            false
        }
        _ if !slash => false,
        Segment::Static(wanted) => {
            text::holds_at(path, at + 1, wanted)
                && segments_accept(segments, index + 1, path, at + 1 + wanted.len())
        }
        Segment::Param(_) => {
            let end = segment_end(path, at + 1);
            end > at + 1 && segments_accept(segments, index + 1, path, end)
        }
        Segment::Mixed(parts) => parts_accept(segments, index, parts, 0, path, at + 1),
    }
}

const fn parts_accept(
    segments: &[Segment],
    index: usize,
    parts: &[Part],
    part: usize,
    path: &str,
    at: usize,
) -> bool {
    if part == parts.len() {
        return segments_accept(segments, index + 1, path, at);
    }
    let rest = match &parts[part] {
        Part::Static(wanted) => {
            return text::holds_at(path, at, wanted)
                && parts_accept(segments, index, parts, part + 1, path, at + wanted.len());
        }
        Part::Param(_) => false,
        Part::Rest(_) => true,
    };
    if rest && parts_accept(segments, index, parts, part + 1, path, at) {
        return true;
    }
    let mut end = at;
    while end < path.len() && (rest || !text::holds_at(path, end, "/")) {
        end += if text::holds_at(path, end, "%") { 3 } else { 1 };
        if parts_accept(segments, index, parts, part + 1, path, end) {
            return true;
        }
    }
    false
}

const fn segment_end(path: &str, start: usize) -> usize {
    let mut end = start;
    while end < path.len() && !text::holds_at(path, end, "/") {
        end += 1;
    }
    end
}
