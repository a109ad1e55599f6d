//! Reading over source text: where a tag or a group ends, without looking at its tokens.
//!
//! Asking the compiler for a token's place is dear; a few bytes of the source are not.

/// A tag or a group in the source.
pub(super) struct Skimmed {
    /// The byte behind it.
    pub(super) end: usize,
    /// Whether markup may stand in code within it. (What a `macro_rules!` variable holds does not show.)
    pub(super) markup: bool,
}

/// The tag whose `<` stands at `from`; `None` if it does not end as a tag should.
pub(super) fn tag(text: &str, from: usize) -> Option<Skimmed> {
    skim(text.as_bytes(), from + 1, 0)
}

/// The group whose opening bracket stands at `from`.
pub(super) fn group(text: &str, from: usize) -> Option<Skimmed> {
    skim(text.as_bytes(), from + 1, 1)
}

/// Reads on to the end of a group (`depth` is 1), or of a tag.
fn skim(text: &[u8], mut at: usize, mut depth: usize) -> Option<Skimmed> {
    let tag = depth == 0;
    let mut markup = false;
    loop {
        match *text.get(at)? {
            b'"' => at = string(text, at + 1),
            b'\'' => at = quote(text, at),
            b'r' => at = raw(text, at),
            b'/' => at = comment(text, at),
            b'{' | b'(' | b'[' => (depth, at) = (depth + 1, at + 1),
            b'}' | b')' | b']' => {
                (depth, at) = (depth.checked_sub(1)?, at + 1);
                if depth == 0 && !tag {
                    return Some(Skimmed { end: at, markup });
                }
            }
            b'>' if tag && depth == 0 => {
                return Some(Skimmed {
                    end: at + 1,
                    markup,
                });
            }
            b'<' if tag && depth == 0 => return None,
            b'<' | b'$' => (markup, at) = (true, at + 1),
            _ => at += 1,
        }
    }
}

/// The end of a string whose opening quote is behind.
fn string(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

/// The end of a character or a lifetime that begins here.
fn quote(text: &[u8], at: usize) -> usize {
    if text.get(at + 1) == Some(&b'\\') {
        let rest = text.get(at + 3..).unwrap_or_default();
        return rest
            .iter()
            .position(|byte| *byte == b'\'')
            .map_or(text.len(), |end| at + 4 + end);
    }
    // A character has one letter, of up to four bytes; a lifetime has no second quote.
    let width = match text.get(at + 1) {
        Some(0xf0..) => 4,
        Some(0xe0..) => 3,
        Some(0xc0..) => 2,
        _ => 1,
    };
    if text.get(at + 1 + width) == Some(&b'\'') {
        at + width + 2
    } else {
        at + 1
    }
}

/// The end of a raw string that begins here, or the next byte.
fn raw(text: &[u8], at: usize) -> usize {
    let hashes = text[at + 1..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    let inner = at + 1 + hashes;
    // The `r` of a name is none of a string; in `br"…"` it is.
    let prefix = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let named = match text[..at] {
        [.., before, b'b' | b'c'] => prefix(before),
        [b'b' | b'c'] => false,
        [.., before] => prefix(before),
        [] => false,
    };
    if named || text.get(inner) != Some(&b'"') {
        return at + 1;
    }
    let mut rest = inner + 1;
    while let Some(length) = text[rest..].iter().position(|byte| *byte == b'"') {
        rest += length + 1;
        if text[rest..]
            .iter()
            .take_while(|byte| **byte == b'#')
            .take(hashes)
            .count()
            == hashes
        {
            return rest + hashes;
        }
    }
    text.len()
}

/// The end of a comment that begins here, or the next byte.
pub(super) fn comment(text: &[u8], at: usize) -> usize {
    match text.get(at + 1) {
        Some(b'/') => {
            let line = text[at..].iter().position(|byte| *byte == b'\n');
            line.map_or(text.len(), |length| at + length)
        }
        Some(b'*') => block(text, at),
        _ => at + 1,
    }
}

/// The end of a block comment; they nest.
fn block(text: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < text.len() {
        match &text[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{group, tag};

    /// Each text has one byte more than is read over.
    #[test]
    fn a_tag_ends_at_its_bracket() {
        for text in [
            "<p>a",
            "</p>a",
            "<p a=\">\\\">\" b={c > d} c={'>'} d={'\\''} e={r#\">\"#}>x",
            "<p a={f::<'a>(br\"\\\") /* > } */}>x",
            "<p // >\n>x",
        ] {
            assert_eq!(tag(text, 0).unwrap().end, text.len() - 1, "{text}");
        }
        assert!(tag("<p a <b>", 0).is_none());
        assert!(tag("<p }", 0).is_none());
        assert!(tag("<p", 0).is_none());
    }

    #[test]
    fn a_group_ends_at_its_bracket_and_tells_of_markup() {
        for (text, markup) in [
            ("{a}b", false),
            ("{a(\"}\", ['}', 'a', '\u{e9}'], bar(\"}\"))}x", false),
            ("{a < b}x", true),
            ("{$a}x", true),
            ("{\"<b>\"}x", false),
            ("{r##\"}\"# }\"##}x", false),
            ("{/* } /* } */ } */ // }\n}x", false),
        ] {
            let skimmed = group(text, 0).unwrap();
            assert_eq!(
                (skimmed.end, skimmed.markup),
                (text.len() - 1, markup),
                "{text}"
            );
        }
        assert!(group("{a", 0).is_none());
    }
}
