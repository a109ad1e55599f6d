//! Comparing text in constants, where `==` and `starts_with` can't be called.

/// Whether `text` holds `part` at this byte.
pub(super) const fn holds_at(text: &str, start: usize, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    if text.len() < start || text.len() - start < part.len() {
        return false;
    }
    let mut at = 0;
    while at < part.len() {
        if text[start + at] != part[at] {
            return false;
        }
        at += 1;
    }
    true
}

pub(super) const fn equal(one: &str, other: &str) -> bool {
    one.len() == other.len() && holds_at(one, 0, other)
}

pub(super) const fn starts_with(text: &str, start: &str) -> bool {
    holds_at(text, 0, start)
}

pub(super) const fn ends_with(text: &str, end: &str) -> bool {
    text.len() >= end.len() && holds_at(text, text.len() - end.len(), end)
}

/// Negative, zero or positive, as the bytes of `one` come before, with or after those of `other`.
pub(super) const fn compare(one: &str, other: &str) -> i32 {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] as i32 - other[at] as i32;
        }
        at += 1;
    }
    one.len() as i32 - other.len() as i32
}
