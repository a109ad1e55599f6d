//! A segment of text and params: `[from]-[to]`, `post-[id]`.

use super::table::Part;
use super::values::Values;

/// Matches one segment of a path. No part is a rest.
///
/// The text at the end is taken off first; each text before it ends the param in front of it where it first stands.
/// Since a param takes in anything that is not empty, no later place could match where the first does not.
pub(super) fn matches<'p>(parts: &[Part], segment: &'p str, values: &mut Values<'p>) -> bool {
    let (parts, segment) = match parts {
        [front @ .., Part::Static(end)] => match segment.strip_suffix(end) {
            Some(left) if is_boundary(segment, left.len()) => (front, left),
            _ => return false,
        },
        all => (all, segment),
    };
    let mut left = segment;
    let mut parts = parts;
    if let [Part::Static(start), behind @ ..] = parts {
        let Some(after) = left.strip_prefix(start) else {
            return false;
        };
        (left, parts) = (after, behind);
    }
    while let [Part::Param(_) | Part::Rest(_), behind @ ..] = parts {
        match behind {
            [Part::Static(text), behind @ ..] => {
                let Some(end) = find(left, text) else {
                    return false;
                };
                values.push(&left[..end]);
                (left, parts) = (&left[end + text.len()..], behind);
            }
            _ => {
                values.push(left);
                return !left.is_empty();
            }
        }
    }
    left.is_empty()
}

/// Where `wanted` first stands behind the first letter.
fn find(text: &str, wanted: &str) -> Option<usize> {
    let first = letter(text, 0)?;
    let mut from = first;
    loop {
        let at = from + text.get(from..)?.find(wanted)?;
        if is_boundary(text, at) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Where the letter at `at` ends: a byte or an escape. Canonical paths are ASCII.
pub(super) fn letter(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b'%' => Some(at + 3),
        _ => Some(at + 1),
    }
}

/// Whether no escape of the text spans this place.
fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[..at];
    !matches!(bytes, [.., b'%'] | [.., b'%', _])
}
