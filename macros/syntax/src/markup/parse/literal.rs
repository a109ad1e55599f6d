//! The value of a string literal, without a parser of Rust.

use proc_macro2::Literal;

/// What a literal is, as far as markup cares.
pub(in crate::markup) enum Kind {
    /// `"…"`, `r"…"`, `r#"…"#`: its value.
    Text(String),
    /// A string with a word glued to its end, and the word: `"a"class`.
    Suffixed(String, String),
    /// `b"…"`, `c"…"` and their like.
    Bytes,
    /// `'a'`
    Char,
    /// A number.
    Number,
}

/// Reads a literal as it is written.
pub(in crate::markup) fn kind(source: &str) -> Kind {
    match source.as_bytes() {
        [b'"', ..] => quoted(source),
        [b'r', b'"' | b'#', ..] => raw(source),
        [b'b' | b'c', b'"' | b'\'' | b'r', ..] => Kind::Bytes,
        [b'\'', ..] => Kind::Char,
        _ => Kind::Number,
    }
}

/// The value of a literal that is a plain string.
pub(super) fn text(literal: &Literal) -> Option<String> {
    match kind(&literal.to_string()) {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

fn raw(source: &str) -> Kind {
    let hashes = source[1..].bytes().take_while(|byte| *byte == b'#').count();
    let start = hashes + 2;
    let end = source.rfind('"').unwrap_or(start).max(start);
    let value = source[start..end].to_owned();
    string(value, source.get(end + 1 + hashes..).unwrap_or_default())
}

fn quoted(source: &str) -> Kind {
    let end = source.rfind('"').unwrap_or(1).max(1);
    let body = &source[1..end];
    let value = if body.contains('\\') {
        unescape(body)
    } else {
        body.to_owned()
    };
    string(value, &source[end + 1..])
}

fn string(value: String, suffix: &str) -> Kind {
    if suffix.is_empty() {
        Kind::Text(value)
    } else {
        Kind::Suffixed(value, suffix.to_owned())
    }
}

/// The escapes of Rust's string literals. The lexer has refused malformed ones, so those are dropped here.
fn unescape(body: &str) -> String {
    let mut value = String::with_capacity(body.len());
    let mut chars = body.chars().peekable();
    while let Some(char) = chars.next() {
        if char != '\\' {
            value.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => value.push('\n'),
            Some('r') => value.push('\r'),
            Some('t') => value.push('\t'),
            Some('0') => value.push('\0'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                value.extend(u8::from_str_radix(&digits, 16).ok().map(char::from));
            }
            Some('u') => {
                let digits = chars
                    .by_ref()
                    .skip(1)
                    .take_while(|char| *char != '}')
                    .filter(|char| *char != '_');
                let digits: String = digits.collect();
                value.extend(
                    u32::from_str_radix(&digits, 16)
                        .ok()
                        .and_then(char::from_u32),
                );
            }
            // A line break that is escaped vanishes, with the blanks of the next line.
            Some('\n' | '\r') => {
                while chars
                    .next_if(|char| matches!(char, ' ' | '\t' | '\n' | '\r'))
                    .is_some()
                {}
            }
            Some(other) => value.push(other),
            None => {}
        }
    }
    value
}
