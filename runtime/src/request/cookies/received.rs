//! Reading `Cookie` headers (RFC 6265, section 5.4, and 6265bis).
//!
//! A cookie that another site's subdomain planted must not be able to pass for, or to hide, one of
//! ours: names are never decoded, only blanks and tabs are trimmed, quotes mean nothing, and what
//! can't be read spoils itself alone.

use std::borrow::Cow;

use axum::http::HeaderValue;
use percent_encoding::percent_decode_str;

/// The cookies of these headers in their order, as on the wire.
pub(super) fn pairs<'a>(
    lines: impl IntoIterator<Item = &'a HeaderValue>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    named(lines, None)
}

/// The values of the cookies of this name in their order, as on the wire.
pub(super) fn values<'a>(
    lines: impl IntoIterator<Item = &'a HeaderValue>,
    name: &'a str,
) -> impl Iterator<Item = &'a str> {
    named(lines, Some(name)).map(|(_, value)| value)
}

fn named<'a>(
    lines: impl IntoIterator<Item = &'a HeaderValue>,
    wanted: Option<&'a str>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let parts = lines
        .into_iter()
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
    parts.filter_map(move |part| {
        let equals = part.iter().position(|byte| *byte == b'=')?;
        let name = trim(&part[..equals]);
        if name.is_empty() || wanted.is_some_and(|wanted| wanted.as_bytes() != name) {
            return None;
        }
        let text = |bytes| std::str::from_utf8(bytes).ok();
        Some((text(name)?, text(trim(&part[equals + 1..]))?))
    })
}

/// Without the blanks and tabs around it; Unicode's spaces are part of a name.
fn trim(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    bytes
}

/// Decodes a value once. Escapes that are none stay; so does the whole where it would be no UTF-8.
pub(super) fn decode(value: &str) -> Cow<'_, str> {
    if !value.contains('%') {
        return Cow::Borrowed(value);
    }
    percent_decode_str(value)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &[u8]) -> Vec<(String, String)> {
        let lines = [HeaderValue::from_bytes(header).unwrap()];
        pairs(&lines)
            .map(|(name, value)| (name.to_owned(), decode(value).into_owned()))
            .collect()
    }

    fn first(header: &str, name: &str) -> Option<String> {
        let lines = [HeaderValue::from_bytes(header.as_bytes()).unwrap()];
        values(&lines, name)
            .next()
            .map(|value| decode(value).into_owned())
    }

    #[test]
    fn ck_04_reading() {
        for (header, x) in [
            ("x=", Some("")),
            ("x", None),
            ("x=1; x=2", Some("1")),
            ("  x = 1 ;y=2", Some("1")),
            ("x=a=b", Some("a=b")),
            ("a=1;;x=3", Some("3")),
            ("x=\"q\"", Some("\"q\"")),
            ("X=1", None),
            ("=1; x=2", Some("2")),
        ] {
            assert_eq!(first(header, "x").as_deref(), x, "{header}");
        }
    }

    #[test]
    fn values_are_decoded_once() {
        assert_eq!(first("x=a%20b", "x").as_deref(), Some("a b"));
        assert_eq!(first("x=%2541", "x").as_deref(), Some("%41"));
        assert_eq!(first("x=0:%", "x").as_deref(), Some("0:%"));
        assert_eq!(first("x=%FF", "x").as_deref(), Some("%FF"));
        assert_eq!(first("x=a+b", "x").as_deref(), Some("a+b"));
    }

    #[test]
    fn names_are_never_decoded_nor_trimmed_beyond_blanks() {
        assert_eq!(first("%5F%5FHost-id=evil", "__Host-id"), None);
        assert_eq!(first("\u{2000}__Host-id=evil", "__Host-id"), None);
        assert_eq!(
            first("__Host-id=good; %5F%5FHost-id=evil", "__Host-id").unwrap(),
            "good"
        );
    }

    #[test]
    fn what_is_no_utf_8_spoils_itself_alone() {
        let both = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        assert_eq!(read(b"a=\xff; session=ok"), both("session", "ok"));
        assert_eq!(read(b"\xff=a; session=ok"), both("session", "ok"));
        assert_eq!(
            first("a=\u{e9}; session=ok", "session").as_deref(),
            Some("ok")
        );
    }
}
