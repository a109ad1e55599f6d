//! The one spelling of a path, made before anything looks at it.
//!
//! Two readers of one path must never see two paths: a check in front of the router and the page behind it decide by
//! the same text. So a path has one spelling
//! ([RFC 3986, section 6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2)): unreserved characters are not
//! escaped, other escapes are in upper case, and what no path can hold is refused. Nothing is decoded twice.

use std::borrow::Cow;
use std::fmt::Write;

/// Why a path has no canonical spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPath {
    /// It is no path, or a dangerous one: a bad escape, bad UTF-8, a control character, a backslash, a dot segment.
    Bad,
    /// One of its segments is empty, so that no page can answer it. A slash at the end makes none.
    EmptySegment,
}

/// The canonical spelling of a path, borrowed if it is spelled so already. A slash at its end stays.
pub(super) fn canonical(path: &str) -> Result<Cow<'_, str>, NoPath> {
    if is_plain(path.as_bytes()) {
        return Ok(Cow::Borrowed(path));
    }
    let mut spelled = String::with_capacity(path.len() + 16);
    let mut empty = false;
    let mut segments = path
        .strip_prefix('/')
        .ok_or(NoPath::Bad)?
        .split('/')
        .peekable();
    while let Some(segment) = segments.next() {
        spelled.push('/');
        respell(segment, &mut spelled)?;
        empty |= segment.is_empty() && segments.peek().is_some();
    }
    match (empty, spelled == path) {
        (true, _) => Err(NoPath::EmptySegment),
        (_, true) => Ok(Cow::Borrowed(path)),
        _ => Ok(Cow::Owned(spelled)),
    }
}

/// Whether the path is canonical at first sight. Whatever is not looks closer.
fn is_plain(path: &[u8]) -> bool {
    // A slash makes what it is followed by suspicious, if that is a slash or a dot.
    let (mut before, mut found) = (0, 0);
    for &byte in path {
        let kind = KIND[usize::from(byte)];
        found |= kind & (OTHER | (before * (SLASH | DOT)));
        before = kind & SLASH;
    }
    found == 0 && path.first() == Some(&b'/')
}

/// What a byte is to [`is_plain`]: a slash, something that must not follow one, something that is not [`PLAIN`].
const KIND: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if !PLAIN[byte] {
            kinds[byte] = OTHER;
        }
        byte += 1;
    }
    kinds[b'/' as usize] = SLASH;
    kinds[b'.' as usize] = DOT;
    kinds
};
const SLASH: u8 = 1;
const DOT: u8 = 2;
const OTHER: u8 = 4;

/// What stands as it is: what the URL standard's
/// [path percent-encode set](https://url.spec.whatwg.org/#path-percent-encode-set) leaves alone, but `%` and `\`.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0x21;
    while byte < 0x7f {
        plain[byte] = !matches!(
            byte as u8,
            b'"' | b'#' | b'%' | b'<' | b'>' | b'?' | b'\\' | b'^' | b'`' | b'{' | b'}'
        );
        byte += 1;
    }
    plain
};

fn respell(segment: &str, spelled: &mut String) -> Result<(), NoPath> {
    let start = spelled.len();
    let bytes = segment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = bytes[at] == b'%';
        let byte = if escaped {
            escape(&bytes[at..]).ok_or(NoPath::Bad)?
        } else {
            bytes[at]
        };
        if byte < 0x20 || byte == 0x7f || byte == b'\\' {
            return Err(NoPath::Bad);
        }
        let stays = if escaped {
            is_unreserved(byte)
        } else {
            PLAIN[usize::from(byte)]
        };
        if stays {
            spelled.push(char::from(byte));
        } else {
            write!(spelled, "%{byte:02X}").expect("a String takes everything");
        }
        decoded.push(byte);
        at += if escaped { 3 } else { 1 };
    }
    if std::str::from_utf8(&decoded).is_err() || matches!(&spelled[start..], "." | "..") {
        return Err(NoPath::Bad);
    }
    Ok(())
}

/// The byte that the escape at the beginning stands for.
fn escape(bytes: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(1)? * 16 + digit(2)?).ok()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NoPath, canonical};

    #[test]
    fn canonical_paths_stay() {
        for path in [
            "/",
            "/a",
            "/a/",
            "/a/b.c",
            "/.well-known/x",
            "/a%20b",
            "/%2F",
            "/%40",
            "/@",
            "/[x]",
            "/a;b=c,d",
            "/%E2%98%83",
        ] {
            assert_eq!(canonical(path), Ok(path.into()), "{path}");
        }
    }

    #[test]
    fn other_spellings_have_one() {
        let cases = [
            ("/%61bout", "/about"),
            ("/%7Ea%2d%5F%2e.", "/~a-_.."),
            ("/%e2%98%83", "/%E2%98%83"),
            ("/\u{2603}", "/%E2%98%83"),
            ("/a\"b", "/a%22b"),
            ("/%2561", "/%2561"),
            ("/%25%32%3561", "/%252561"),
            ("/a%2f", "/a%2F"),
        ];
        for (path, spelled) in cases {
            assert_eq!(canonical(path), Ok(spelled.into()), "{path}");
        }
    }

    #[test]
    fn what_no_path_can_hold_is_refused() {
        let bad = [
            "",
            "*",
            "a",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/a%00",
            "/%0d%0a",
            "/%7f",
            "/a\tb",
            "/%5C",
            "/\\evil.test",
            "/%ff",
            "/%e0%80%af",
            "/%ed%a0%80",
            "/%C3%28",
            "/.",
            "/..",
            "/a/../b",
            "/a/%2e%2E/b",
            "/%2e",
            "/a//%2e",
        ];
        for path in bad {
            assert_eq!(canonical(path), Err(NoPath::Bad), "{path}");
        }
        for path in ["//", "//a", "/a//b", "/a//", "///a"] {
            assert_eq!(canonical(path), Err(NoPath::EmptySegment), "{path}");
        }
    }

    fn any_path() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("/".to_owned()),
            Just("%".to_owned()),
            Just(".".to_owned()),
            "%[0-9a-fA-F]{2}",
            "[a-zA-Z0-9~_-]{1,3}",
            any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| format!("/{}", pieces.concat()))
    }

    proptest! {
        #[test]
        fn canonical_twice_is_canonical_once(path in any_path()) {
            if let Ok(once) = canonical(&path) {
                prop_assert_eq!(canonical(&once), Ok(once.clone()));
                prop_assert!(once.is_ascii() && once.starts_with('/') && !once.contains("//"));
                prop_assert!(!once.split('/').any(|segment| segment == "." || segment == ".."));
            }
        }

        #[test]
        fn a_respelled_path_decodes_to_the_same_text(path in any_path()) {
            if let Ok(spelled) = canonical(&path) {
                let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned();
                let segments = |text: &str| text.split('/').map(decode).collect::<Vec<_>>();
                prop_assert_eq!(segments(&spelled), segments(&path));
            }
        }
    }
}
