//! Entity tags, and requests that depend on one.

use axum::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue};

use crate::response::tag_list::{holds, strongly, weakly};

/// What a GET or HEAD with conditions is answered with
/// ([RFC 9110, section 13.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// The answer as it is.
    Holds,
    /// 304: the client has it.
    NotModified,
    /// 412: the client asks for another version alone.
    Failed,
}

impl Condition {
    /// Compares the tag of the answer with those of the request.
    pub(super) fn of(request: &HeaderMap, tag: &HeaderValue) -> Condition {
        if request.contains_key(IF_MATCH) && !names(request, &IF_MATCH, tag, strongly) {
            Condition::Failed
        } else if names(request, &IF_NONE_MATCH, tag, weakly) {
            Condition::NotModified
        } else {
            Condition::Holds
        }
    }
}

/// Whether one of the header's tags is this one.
fn names(
    request: &HeaderMap,
    header: &HeaderName,
    tag: &HeaderValue,
    same: fn(&[u8], &[u8]) -> bool,
) -> bool {
    let mut values = request.get_all(header).iter().map(HeaderValue::as_bytes);
    values.any(|list| holds(list, tag.as_bytes(), same))
}

/// The tag of these bytes: quoted, and the same wherever the same bytes are sent, by another process too.
pub(super) fn tag(body: &[u8]) -> String {
    format!("\"{:032x}\"", hash(body))
}

/// The tag of the same in a coding: it is another sequence of bytes, and so has another tag.
pub(super) fn coded(tag: &str, coding: &str) -> String {
    match tag.strip_suffix('"') {
        Some(start) => format!("{start}-{coding}\""),
        None => tag.to_owned(),
    }
}

/// FNV-1a of 128 bits. Nobody gains by two pages of one hash, so it need not be a cryptographic one.
pub(super) fn hash(bytes: &[u8]) -> u128 {
    const PRIME: u128 = (1 << 88) + 0x13b;
    const BASIS: u128 = 0x6c62272e07bb014262b821756295c58d;
    let step = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
    bytes.iter().fold(BASIS, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headers: &[(HeaderName, &str)], tag: &'static str) -> Condition {
        let mut request = HeaderMap::new();
        for (name, value) in headers {
            request.append(name, HeaderValue::from_str(value).unwrap());
        }
        Condition::of(&request, &HeaderValue::from_static(tag))
    }

    #[test]
    fn if_none_match_is_compared_weakly() {
        for (value, expected) in [
            ("\"a\"", Condition::NotModified),
            ("W/\"a\"", Condition::NotModified),
            ("\"b\", \"c,\" ,W/\"a\"", Condition::NotModified),
            (" * ", Condition::NotModified),
            ("\"b\"", Condition::Holds),
            ("a", Condition::Holds),
            ("\"a", Condition::Holds),
            ("\"b,\"a\"", Condition::Holds),
            ("", Condition::Holds),
            ("\"A\"", Condition::Holds),
        ] {
            assert_eq!(of(&[(IF_NONE_MATCH, value)], "\"a\""), expected, "{value}");
        }
        let both = [(IF_NONE_MATCH, "\"b\""), (IF_NONE_MATCH, "\"a\"")];
        assert_eq!(of(&both, "\"a\""), Condition::NotModified);
        assert_eq!(of(&[], "\"a\""), Condition::Holds);
    }

    #[test]
    fn if_match_is_compared_strongly_and_comes_first() {
        for (value, tag, expected) in [
            ("\"a\"", "\"a\"", Condition::Holds),
            ("*", "\"a\"", Condition::Holds),
            ("W/\"a\"", "W/\"a\"", Condition::Failed),
            ("\"b\"", "\"a\"", Condition::Failed),
        ] {
            assert_eq!(of(&[(IF_MATCH, value)], tag), expected, "{value}");
        }
        let both = [(IF_MATCH, "\"b\""), (IF_NONE_MATCH, "\"a\"")];
        assert_eq!(of(&both, "\"a\""), Condition::Failed);
    }

    /// The vectors of the [reference](http://www.isthe.com/chongo/tech/comp/fnv/) for no byte and for `a`.
    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), 0x6c62272e07bb014262b821756295c58d);
        assert_eq!(hash(b"a"), 0xd228cb696f1a8caf78912b704e4a8964);
    }

    #[test]
    fn a_coding_has_a_tag_of_its_own() {
        assert_eq!(coded("\"a\"", "br"), "\"a-br\"");
        assert_eq!(coded("W/\"a\"", "gzip"), "W/\"a-gzip\"");
    }
}
