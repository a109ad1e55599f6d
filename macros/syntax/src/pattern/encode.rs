//! Percent-encoding of literal text.

use std::fmt::Write;

/// `text` as a canonical path spells it: what the URL standard's
/// [path percent-encode set](https://url.spec.whatwg.org/#path-percent-encode-set) leaves alone stays, and what would
/// end the segment or begin an escape does not.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a String takes everything");
        }
    }
    encoded
}

fn stays(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@[]|".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn text_is_encoded_as_utf_8() {
        assert_eq!(
            encode("caf\u{e9} \"\u{4f60}\"?#%{}"),
            "caf%C3%A9%20%22%E4%BD%A0%22%3F%23%25%7B%7D"
        );
    }

    #[test]
    fn what_a_path_may_hold_stays() {
        assert_eq!(
            encode("a-b._~!$&'()*+,;=:@[]|Z9"),
            "a-b._~!$&'()*+,;=:@[]|Z9"
        );
    }
}
