//! Encoding what a URL can't hold.

use std::borrow::Cow;

/// Percent-encodes what can't stand in a URI (RFC 3986, section 2), a `%` that begins no escape
/// among it. Escapes stay as they are.
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let stands = |at: usize| match bytes[at] {
        b'%' => {
            let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
            hex(at + 1) && hex(at + 2)
        }
        b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
        byte => byte.is_ascii_graphic(),
    };
    if (0..bytes.len()).all(stands) {
        return Cow::Borrowed(text);
    }
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() + 16);
    for (at, &byte) in bytes.iter().enumerate() {
        if stands(at) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    Cow::Owned(encoded)
}
