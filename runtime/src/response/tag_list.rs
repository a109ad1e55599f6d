//! Lists of entity tags, as `If-Match` and `If-None-Match` hold them
//! ([RFC 9110, section 8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3)).

/// Whether a list holds a tag that is the same as this one. `*` is every tag.
pub(crate) fn holds(list: &[u8], tag: &[u8], same: fn(&[u8], &[u8]) -> bool) -> bool {
    list.trim_ascii() == b"*" || tags(list).any(|named| same(named, tag))
}

/// The tags of a list. A comma may stand inside the quotes of one.
fn tags(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let quote = |text: &[u8]| text.iter().position(|byte| *byte == b'"');
        let open = quote(rest)?;
        let close = open + 1 + quote(&rest[open + 1..])?;
        let weak = open >= 2 && &rest[open - 2..open] == b"W/";
        let tag = &rest[if weak { open - 2 } else { open }..=close];
        rest = &rest[close + 1..];
        Some(tag)
    })
}

/// Both the same bytes, and neither weak.
pub(crate) fn strongly(one: &[u8], other: &[u8]) -> bool {
    one == other && !one.starts_with(b"W/")
}

/// The same, weak or not.
pub(crate) fn weakly(one: &[u8], other: &[u8]) -> bool {
    let opaque = |tag| -> &[u8] { <[u8]>::strip_prefix(tag, b"W/").unwrap_or(tag) };
    opaque(one) == opaque(other)
}

#[cfg(test)]
mod tests {
    use super::{holds, weakly};

    #[test]
    fn a_list_of_tags() {
        for (list, held) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"c,\" ,W/\"a\"", true),
            (" * ", true),
            ("\"b\"", false),
            ("\"A\"", false),
            ("a", false),
            ("\"a", false),
            ("\"b,\"a\"", false),
            ("", false),
        ] {
            assert_eq!(holds(list.as_bytes(), b"\"a\"", weakly), held, "{list}");
            assert_eq!(holds(list.as_bytes(), b"W/\"a\"", weakly), held, "{list}");
        }
    }
}
