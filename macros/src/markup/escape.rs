//! Text that is known at compile time, as it is printed.

/// Escapes text between tags: character references in it stay, and quotes mean nothing there.
pub(crate) fn text(text: &str, out: &mut String) {
    escape(text, false, out);
}

/// Escapes the value of an attribute, which is printed in double quotes; character references in it stay.
pub(crate) fn value(text: &str, out: &mut String) {
    escape(text, true, out);
}

/// Escapes a value as isle does when the page runs: what looks like a character reference in it is none.
pub(crate) fn literal(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
}

fn escape(text: &str, quoted: bool, out: &mut String) {
    for (at, character) in text.char_indices() {
        match character {
            '&' if is_reference(&text[at + 1..]) => out.push('&'),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            '\0' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
}

/// Whether what follows an `&` makes it a character reference: `amp;`, `#39;`, `#x27;`.
fn is_reference(rest: &str) -> bool {
    let Some((name, _)) = rest.split_once(';') else {
        return false;
    };
    match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()),
            None => !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()),
        },
        None => {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.bytes().all(|b| b.is_ascii_alphanumeric())
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn references_stay_and_the_rest_is_escaped() {
        for (source, printed) in [
            ("Fish &amp; chips", "Fish &amp; chips"),
            ("Fish & chips", "Fish &amp; chips"),
            ("a &#39; b &#x27; c", "a &#39; b &#x27; c"),
            (
                "&# &#; &#x; &; &1;",
                "&amp;# &amp;#; &amp;#x; &amp;; &amp;1;",
            ),
            ("<a href=\"x\">'", "&lt;a href=\"x\"&gt;'"),
            ("a\0b", "a\u{FFFD}b"),
        ] {
            let mut out = String::new();
            super::text(source, &mut out);
            assert_eq!(out, printed, "{source}");
        }
    }

    #[test]
    fn a_value_stays_within_its_quotes() {
        let mut out = String::new();
        super::value("a \"b\" 'c' &quot; <", &mut out);
        assert_eq!(out, "a &quot;b&quot; 'c' &quot; &lt;");
    }

    #[test]
    fn a_literal_value_is_escaped_as_when_the_page_runs() {
        let mut out = String::new();
        super::literal("&amp; \"b\" 'c' <\0>", &mut out);
        assert_eq!(out, "&amp;amp; &quot;b&quot; &#39;c&#39; &lt;\u{FFFD}&gt;");
    }
}
