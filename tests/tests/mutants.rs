//! The oracle finds what it is there to find: renderers that are wrong in the ways in which others were wrong.
//!
//! An oracle that finds nothing proves nothing. Each of these printers is a plausible mistake, and each must be caught.
#![forbid(unsafe_code)]

use isle_tests::oracle::{PLACEHOLDER, Place, Printing, verbatim};
use url::Url;

/// The renderer that is right, in the simplest way.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
        .replace('\0', "\u{fffd}")
}

/// Counts what the oracle finds; the first printer is wrong, the second right.
fn caught(place: Place, wrong: fn(&str) -> String, right: fn(&str) -> String) -> usize {
    let printing: &[Printing] = &[("right", right)];
    let found = place.differences(printing);
    assert!(
        found.is_empty(),
        "{}: the right one is blamed: {}",
        place.name,
        found[0]
    );
    let printing: &[Printing] = &[("wrong", wrong)];
    let found = place.differences(printing);
    assert!(!found.is_empty(), "{}: not caught", place.name);
    eprintln!(
        "mutant: {}: caught by {} payloads, such as {}",
        place.name,
        found.len(),
        found[0]
    );
    found.len()
}

fn paragraph(text: &str) -> String {
    format!("<p>{text}</p>")
}

fn title(value: &str) -> String {
    format!("<p title=\"{value}\">x</p>")
}

#[test]
fn no_escaping_in_text() {
    caught(Place::new("no escaping in text"), paragraph, |p| {
        paragraph(&escaped(p))
    });
}

#[test]
fn no_escaping_in_attributes() {
    caught(Place::new("no escaping in attributes"), title, |p| {
        title(&escaped(p))
    });
}

#[test]
fn no_quotes() {
    let unquoted = |p: &str| format!("<p title={}>x</p>", escaped(p));
    caught(Place::new("attributes without quotes"), unquoted, |p| {
        title(&escaped(p))
    });
}

#[test]
fn single_quotes_without_escaping_them() {
    let single = |p: &str| format!("<p title='{}'>x</p>", escaped(p).replace("&#39;", "'"));
    caught(
        Place::new("attributes in single quotes, which are not escaped"),
        single,
        |p| title(&escaped(p)),
    );
}

#[test]
fn no_ampersand() {
    let text = caught(
        Place::new("text without &"),
        |p| paragraph(&escaped(p).replace("&amp;", "&")),
        |p| paragraph(&escaped(p)),
    );
    let attribute = caught(
        Place::new("attributes without &"),
        |p| title(&escaped(p).replace("&amp;", "&")),
        |p| title(&escaped(p)),
    );
    assert!(text > 1 && attribute > 1);
}

#[test]
fn no_lower_than() {
    caught(
        Place::new("text without <"),
        |p| paragraph(&escaped(p).replace("&lt;", "<")),
        |p| paragraph(&escaped(p)),
    );
}

#[test]
fn no_nul() {
    caught(
        Place::new("text with NUL"),
        |p| paragraph(&escaped(&p.replace('\0', "")).replace('\u{fffd}', "\0")),
        |p| paragraph(&escaped(p)),
    );
}

/// CVE-2024-45047 and its like: within `<noscript>` a browser with scripts reads attributes as text.
#[test]
fn attributes_that_escape_two_characters_in_a_noscript() {
    fn image(alt: &str) -> String {
        format!("<noscript><img alt=\"{alt}\"></noscript>")
    }
    let is_one_text = |_: &str, expected: &str, found: &str| {
        expected.starts_with("<img ") && found.starts_with("<img ")
    };
    let place =
        Place::new("attributes that escape & and \" only, in a noscript").judged(is_one_text);
    caught(
        place,
        |p| image(&p.replace('&', "&amp;").replace('"', "&quot;")),
        |p| image(&escaped(p)),
    );
}

fn script(json: &str) -> String {
    format!("<script type=\"application/json\">{json}</script>")
}

fn inert_json(value: &str) -> String {
    json(value)
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn json(value: &str) -> String {
    serde_json::to_string(value).unwrap()
}

/// The script's text is JSON that gives the value back.
fn same_json(value: &str, expected: &str, found: &str) -> bool {
    let read = |json: &str| serde_json::from_str::<String>(json).ok();
    read(expected).as_deref() == Some(PLACEHOLDER) && read(found).as_deref() == Some(value)
}

#[test]
fn raw_json() {
    let place = Place::new("JSON as it is").judged(same_json);
    caught(place, |p| script(&json(p)), |p| script(&inert_json(p)));
}

/// CVE-2026-41067.
#[test]
fn json_that_escapes_only_the_closing_tag() {
    let place = Place::new("JSON, </script> replaced").judged(same_json);
    caught(
        place,
        |p| script(&json(p).replace("</script>", "<\\/script>")),
        |p| script(&inert_json(p)),
    );
}

/// `<!--<script>` keeps the script open past its end.
#[test]
fn json_that_escapes_only_closing_tags() {
    let place = Place::new("JSON, </ replaced").judged(same_json);
    caught(
        place,
        |p| script(&json(p).replace("</", "<\\/")),
        |p| script(&inert_json(p)),
    );
}

#[test]
fn the_first_line_break_of_a_textarea() {
    let field = |p: &str| format!("<textarea>{}</textarea>", escaped(p));
    let place = Place::new("a textarea that loses its first line break");
    caught(place, field, |p| {
        format!("<textarea>\n{}</textarea>", escaped(p))
    });
}

/// A URL that a browser would follow has a harmless scheme.
fn harmless(value: &str, expected: &str, found: &str) -> bool {
    let page = Url::parse("https://site.example/").unwrap();
    let runs = page
        .join(found)
        .is_ok_and(|url| !matches!(url.scheme(), "http" | "https" | "mailto" | "tel"));
    !runs && (found == "#blocked" || verbatim(value, expected, found))
}

fn link(url: &str) -> String {
    format!("<a href=\"{}\">x</a>", escaped(url))
}

fn blocked_unless_parsed_harmless(url: &str) -> String {
    if harmless(url, PLACEHOLDER, url) {
        link(url)
    } else {
        link("#blocked")
    }
}

#[test]
fn urls_without_a_check() {
    let place = Place::new("URLs without a check").judged(harmless);
    caught(place, link, blocked_unless_parsed_harmless);
}

#[test]
fn urls_checked_as_they_are_spelt() {
    let place = Place::new("URLs that begin with javascript: blocked").judged(harmless);
    let spelt = |p: &str| {
        if p.starts_with("javascript:") {
            link("#blocked")
        } else {
            link(p)
        }
    };
    caught(place, spelt, blocked_unless_parsed_harmless);
}

#[test]
fn urls_checked_without_the_blanks_that_a_browser_drops() {
    let place = Place::new("URLs checked by a list of schemes, blanks and all").judged(harmless);
    let naive = |p: &str| {
        let scheme = p
            .split_once(':')
            .map(|(scheme, _)| scheme.to_ascii_lowercase());
        let known = scheme.is_none_or(|scheme| {
            let letters = scheme.chars().all(|c| c.is_ascii_alphanumeric());
            !letters || ["http", "https", "mailto", "tel"].contains(&scheme.as_str())
        });
        if known { link(p) } else { link("#blocked") }
    };
    caught(place, naive, blocked_unless_parsed_harmless);
}
