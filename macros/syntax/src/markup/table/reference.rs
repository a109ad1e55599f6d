//! Character references in text that stays markup: `&nbsp;`, `&#8212;`, `&#x2014;`.

use super::references::REFERENCES;
use crate::markup::nearest::nearest;

/// What looks like a character reference and is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoReference<'t> {
    /// There is none of this name.
    Name(&'t str),
    /// There is no character of this number, or HTML has another in its place.
    Number(&'t str),
}

/// The first of a text, if there is one. An `&` that begins no reference is just a sign, which is printed as `&amp;`.
pub(crate) fn first_mistaken(text: &str) -> Option<NoReference<'_>> {
    // Hardly a text has an `&`.
    if !text.as_bytes().contains(&b'&') {
        return None;
    }
    text.split('&').skip(1).find_map(mistaken)
}

/// What begins behind an `&`.
fn mistaken(rest: &str) -> Option<NoReference<'_>> {
    let (name, _) = rest.split_once(';')?;
    let Some(number) = name.strip_prefix('#') else {
        let named = name.starts_with(|char: char| char.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let unknown = named && REFERENCES.binary_search(&name).is_err();
        return unknown.then_some(NoReference::Name(name));
    };
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let written = !digits.is_empty() && digits.chars().all(|char| char.is_digit(radix));
    let character = u32::from_str_radix(digits, radix).ok();
    (written && !character.is_some_and(is_character)).then_some(NoReference::Number(name))
}

/// Whether a reference by this number gives the character of this number: in the place of a control character the
/// parser puts what Windows-1252 has there, or leaves it and calls it an error.
fn is_character(number: u32) -> bool {
    let control = char::from_u32(number).is_none_or(char::is_control);
    !control || matches!(number, 0x09 | 0x0a | 0x0c)
}

impl NoReference<'_> {
    /// What is wrong.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Name(name) => format!("there is no character reference `&{name};`"),
            Self::Number(number) => format!("`&{number};` stands for no character"),
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> String {
        let (Self::Name(name) | Self::Number(name)) = self;
        let near = match self {
            Self::Name(name) => near(name),
            Self::Number(_) => None,
        };
        match near {
            Some(near) => {
                format!("did you mean `&{near};`? (`&amp;{name};` shows what stands here)")
            }
            None => {
                format!("write the character itself, or `&amp;{name};` to show what stands here")
            }
        }
    }
}

/// The reference that was probably meant: one in another case, or one that differs by little.
fn near(name: &str) -> Option<&'static str> {
    let other_case = REFERENCES
        .iter()
        .filter(|other| other.eq_ignore_ascii_case(name));
    // `&Nbsp;`: of those that differ by their case, the one in small letters is the likeliest.
    let other_case =
        other_case.max_by_key(|other| other.bytes().filter(u8::is_ascii_lowercase).count());
    other_case.copied().or_else(|| {
        // The ones that everybody knows go before those that nobody does.
        const COMMON: [&str; 24] = [
            "nbsp", "amp", "lt", "gt", "quot", "apos", "copy", "reg", "trade", "mdash", "ndash",
            "hellip", "laquo", "raquo", "lsquo", "rsquo", "ldquo", "rdquo", "middot", "bull",
            "times", "euro", "rarr", "larr",
        ];
        nearest(name, COMMON).or_else(|| nearest(name, REFERENCES.iter().copied()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_html_pass_and_so_does_a_lone_sign() {
        for text in [
            "",
            "a & b",
            "&",
            "&&",
            "AT&T",
            "&;",
            "a && b; c",
            "?a=1&b=2;",
            "&nbsp;&amp;&Auml;&AMP;",
            "&frac12;",
            "&#39;&#x27;&#X2014;&#10;",
            "&#; &#x; &1;",
            "&NotNestedGreaterGreater;",
        ] {
            assert_eq!(first_mistaken(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_none_is_found_and_mended() {
        for (text, mended) in [
            ("&nbps;", "&nbsp;"),
            ("a &Nbsp; b", "&nbsp;"),
            ("&hellp;", "&hellip;"),
            ("&amp; &mdsh;", "&mdash;"),
            ("&cpoy;", "&copy;"),
            (
                "&counterclockwisecontourintegral;",
                "&CounterClockwiseContourIntegral;",
            ),
        ] {
            let help = first_mistaken(text).map(|it| it.help());
            let meant = format!("did you mean `{mended}`?");
            assert!(
                help.as_ref().is_some_and(|help| help.starts_with(&meant)),
                "{text}: {help:?}"
            );
        }
    }

    #[test]
    fn numbers_are_those_of_characters() {
        for number in [
            "#0",
            "#xD800",
            "#x110000",
            "#99999999999",
            "#150",
            "#x7f",
            "#1",
            "#13",
        ] {
            let text = format!("&{number};");
            assert_eq!(
                first_mistaken(&text),
                Some(NoReference::Number(number)),
                "{text}"
            );
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(REFERENCES.is_sorted());
        assert_eq!(REFERENCES.len(), 2125);
    }
}
