//! What the standards know: elements, attributes, and what attributes mean.

mod data;
mod facts;
mod index;
mod reference;
mod references;
mod values;

use self::data::*;
pub(crate) use self::facts::Facts;
use self::facts::{ELEMENTS, HTML_INDEX};
use self::index::hash;
pub(crate) use self::reference::first_mistaken;
use super::nearest::nearest;
pub(crate) use isle_facts::{Runs, runs};

/// What kind of element a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One of HTML, also where SVG has one of the same name.
    Html,
    /// One of SVG alone.
    Svg,
    /// One of MathML.
    MathMl,
    /// Any name with a hyphen.
    Custom,
    /// One that HTML had.
    Obsolete,
    /// None.
    Unknown,
}

/// Whether an element takes an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// It does.
    Yes,
    /// It did.
    Obsolete,
    /// It does not.
    No,
}

/// Whether HTML has this element.
pub(crate) fn is_html(element: &str) -> bool {
    HTML_INDEX.find(&ELEMENTS, element, hash(element)).is_some()
}

/// Whether no standard has this element, and none of the author's own can have its name; a component's name passes.
pub(crate) fn is_unknown(element: &str) -> bool {
    element.starts_with(|first: char| first.is_ascii_lowercase())
        && !element.contains("::")
        && Facts::of(element).kind == Kind::Unknown
}

/// Whether an element has no children and no closing tag.
pub(crate) fn is_void(element: &str) -> bool {
    has(VOID, element)
}

/// The element that was probably meant.
pub(crate) fn nearest_element(element: &str, svg: bool) -> Option<&'static str> {
    let others = SVG.iter().chain(MATHML).copied();
    match svg {
        true => nearest(element, SVG.iter().copied()),
        false => nearest(element, ELEMENTS.iter().copied().chain(others)),
    }
}

/// What JSX calls otherwise.
fn of_jsx(attribute: &str) -> Option<&'static str> {
    match attribute {
        "className" => Some("class"),
        "htmlFor" => Some("for"),
        "dangerouslySetInnerHTML" | "innerHTML" => Some("set:html"),
        "textContent" | "innerText" => Some("set:text"),
        _ => None,
    }
}

/// Whether a name is one of a framework in the browser, or an author's own, so that no table can know it.
pub(crate) fn is_foreign(attribute: &str) -> bool {
    match attribute.as_bytes() {
        b"_" => true,
        [b'd', b'a', b't', b'a', b'-', ..] | [b'x' | b'v', b'-', ..] => true,
        [b'h' | b'f', b'x', b'-', ..] | [b'n', b'g', b'-', ..] | [b'u', b'p', b'-', ..] => true,
        [b's', b's', b'e', b'-', ..] | [b'w', b's', b'-', ..] | [b'i', b'c', b'-', ..] => true,
        name => name
            .iter()
            .any(|byte| matches!(byte, b'@' | b':' | b'.' | b'#' | b'?')),
    }
}

/// Whether a name is in a short list.
fn has(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if names[at].len() == name.len() && names[at] == name {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tree::Sort;

    fn sort(element: &str, attribute: &str) -> Sort {
        Facts::of(element).sort(attribute)
    }

    fn takes(element: &str, attribute: &str) -> Known {
        Facts::of(element).takes(attribute)
    }

    #[test]
    fn every_name_is_found() {
        for (name, own, old) in HTML {
            let facts = Facts::of(name);
            assert_eq!(facts.kind, Kind::Html);
            assert!(own.iter().all(|it| facts.takes(it) == Known::Yes), "{name}");
            assert!(old.iter().all(|it| facts.takes(it) != Known::No), "{name}");
            assert!(
                GLOBAL.iter().all(|it| facts.takes(it) == Known::Yes),
                "{name}"
            );
        }
        assert!(SVG.iter().all(|name| Facts::of(name).svg));
        assert!(
            SVG_ATTRIBUTES
                .iter()
                .all(|it| takes("path", it) == Known::Yes)
        );
        assert!(
            MATHML
                .iter()
                .all(|name| matches!(Facts::of(name).kind, Kind::MathMl | Kind::Html))
        );
        assert!(
            OBSOLETE
                .iter()
                .all(|name| Facts::of(name).kind == Kind::Obsolete)
        );
        assert!(VOID.iter().all(|name| is_void(name)));
        assert_eq!(Facts::of("my-element").kind, Kind::Custom);
        assert_eq!(Facts::of("").kind, Kind::Unknown);
    }

    #[test]
    fn an_attribute_means_what_the_standard_says_of_its_element() {
        assert_eq!(sort("input", "disabled"), Sort::Boolean);
        assert_eq!(sort("my-input", "disabled"), Sort::TrueFalse);
        assert_eq!(sort("a", "href"), Sort::Url);
        assert_eq!(sort("image", "xlink:href"), Sort::Url);
        assert_eq!(sort("object", "data"), Sort::Url);
        assert_eq!(sort("my-chart", "data"), Sort::TrueFalse);
        assert_eq!(sort("img", "src"), Sort::ImageUrl);
        assert_eq!(sort("script", "src"), Sort::Url);
        assert_eq!(sort("source", "srcset"), Sort::UrlList);
        assert_eq!(sort("a", "ping"), Sort::UrlList);
        assert_eq!(sort("div", "hidden"), Sort::BooleanOrText);
        assert_eq!(sort("a", "download"), Sort::BooleanOrText);
        assert_eq!(sort("div", "aria-hidden"), Sort::TrueFalse);
        assert_eq!(sort("div", "data-x"), Sort::TrueFalse);
        assert_eq!(sort("div", "draggable"), Sort::TrueFalse);
        assert_eq!(sort("div", "title"), Sort::Text);
        assert_eq!(sort("svg", "viewBox"), Sort::Text);
        assert_eq!(sort("body", "background"), Sort::Url);
        assert_eq!(sort("div", "background"), Sort::Text);
        assert_eq!(sort("button", "hx-post"), Sort::Url);
        assert_eq!(sort("my-button", "data-hx-get"), Sort::Url);
        assert_eq!(sort("div", "hx-target"), Sort::TrueFalse);
    }

    #[test]
    fn words_belong_to_their_elements() {
        let words = |element, attribute| Facts::of(element).words(attribute).map(|it| it.1);
        assert_eq!(
            words("form", "method"),
            Some(&["get", "post", "dialog"][..])
        );
        assert!(words("input", "type").is_some_and(|words| words.contains(&"email")));
        assert!(words("button", "type").is_some_and(|words| !words.contains(&"email")));
        assert_eq!(words("script", "type"), None);
        assert_eq!(words("a", "rel"), None);
        assert!(words("p", "dir").is_some());
        assert!(words("path", "role").is_some());
        assert_eq!(words("path", "type"), None);
        assert_eq!(words("my-element", "role"), None);
    }

    #[test]
    fn attributes_belong_to_their_elements() {
        assert_eq!(takes("a", "href"), Known::Yes);
        assert_eq!(takes("div", "href"), Known::No);
        assert_eq!(takes("td", "align"), Known::Obsolete);
        assert_eq!(takes("div", "onpointerdown"), Known::Yes);
        assert_eq!(takes("path", "d"), Known::Yes);
        assert_eq!(takes("path", "strokeWidth"), Known::No);
        assert_eq!(takes("my-element", "anything"), Known::Yes);
        assert_eq!(takes("mo", "stretchy"), Known::Yes);
        assert_eq!(takes("mfrac", "displaystyle"), Known::Yes);
        assert_eq!(takes("mi", "onclick"), Known::Yes);
        assert_eq!(takes("mi", "aria-label"), Known::Yes);
        assert_eq!(takes("mi", "stretchy"), Known::No);
        assert_eq!(takes("mo", "strechy"), Known::No);
    }
}
