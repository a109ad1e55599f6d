//! What the standards know: elements, attributes, and what attributes mean.

mod data;
mod index;

use self::data::*;
use self::index::{Index, hash};
use super::nearest::nearest;
use super::tree::Sort;

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

static ELEMENTS: [&str; HTML.len()] = {
    let mut names = [""; HTML.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = HTML[at].0;
        at += 1;
    }
    names
};
static HTML_INDEX: Index<256> = Index::of(&ELEMENTS);
static SVG_INDEX: Index<256> = Index::of(SVG);
static MATHML_INDEX: Index<64> = Index::of(MATHML);
static OBSOLETE_INDEX: Index<64> = Index::of(OBSOLETE);
static GLOBAL_INDEX: Index<512> = Index::of(GLOBAL);
static SVG_ATTRIBUTES_INDEX: Index<1024> = Index::of(SVG_ATTRIBUTES);

/// An element's name, looked up.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'n> {
    name: &'n str,
    pub(crate) kind: Kind,
    /// Its row in the table of HTML.
    row: Option<usize>,
    /// Whether SVG has it.
    pub(crate) svg: bool,
}

impl<'n> Facts<'n> {
    /// What is known of an element.
    pub(crate) fn of(name: &'n str) -> Self {
        let hash = hash(name);
        let mut svg = false;
        let row = HTML_INDEX.find(&ELEMENTS, name, hash);
        let kind = if row.is_some() {
            svg = SHARED.contains(&name);
            Kind::Html
        } else if SVG_INDEX.find(SVG, name, hash).is_some() {
            svg = true;
            Kind::Svg
        } else if MATHML_INDEX.find(MATHML, name, hash).is_some() {
            Kind::MathMl
        } else if OBSOLETE_INDEX.find(OBSOLETE, name, hash).is_some() {
            Kind::Obsolete
        } else if name.contains('-') {
            Kind::Custom
        } else {
            Kind::Unknown
        };
        Self {
            name,
            kind,
            row,
            svg,
        }
    }

    /// Whether the element takes an attribute; those of MathML and of custom elements are not checked.
    pub(crate) fn takes(&self, attribute: &str) -> Known {
        let hash = hash(attribute);
        let svg = self.svg
            && (SVG_ATTRIBUTES_INDEX
                .find(SVG_ATTRIBUTES, attribute, hash)
                .is_some()
                || attribute.starts_with("aria-"));
        match self.row {
            _ if svg => Known::Yes,
            Some(_) if GLOBAL_INDEX.find(GLOBAL, attribute, hash).is_some() => Known::Yes,
            Some(row) if has(HTML[row].1, attribute) => Known::Yes,
            Some(row) if has(HTML[row].2, attribute) => Known::Obsolete,
            Some(_) => Known::No,
            None if self.kind == Kind::Svg => Known::No,
            None => Known::Yes,
        }
    }

    /// The attribute that was probably meant.
    pub(crate) fn nearest_attribute(&self, attribute: &str) -> Option<&'static str> {
        if let Some(html) = of_jsx(attribute) {
            return Some(html);
        }
        match self.row {
            Some(row) => nearest(attribute, HTML[row].1.iter().chain(GLOBAL).copied()),
            None => nearest(attribute, SVG_ATTRIBUTES.iter().chain(GLOBAL).copied()),
        }
    }

    /// What the values of an attribute mean.
    pub(crate) fn sort(&self, attribute: &str) -> Sort {
        let html = self.row.is_some() || self.kind == Kind::Obsolete;
        // The common ones that mean nothing in particular.
        if html
            && matches!(
                attribute.as_bytes(),
                b"class" | b"id" | b"type" | b"name" | b"value" | b"title" | b"alt"
            )
        {
            return Sort::Text;
        }
        // Elsewhere than in HTML, `data` and its like are anyone's names.
        let url = || match self.row {
            Some(row) => {
                has(HTML[row].1, attribute) || has(HTML[row].2, attribute) || anywhere(attribute)
            }
            None => html || anywhere(attribute),
        };
        match () {
            () if html && has(BOOLEAN, attribute) => Sort::Boolean,
            () if has(TRUE_FALSE, attribute) || attribute.starts_with("aria-") => Sort::TrueFalse,
            () if has(BOOLEAN_OR_TEXT, attribute) && (html || attribute != "capture") => {
                Sort::BooleanOrText
            }
            () if self.name == "img" && attribute == "src" => Sort::ImageUrl,
            () if has(URL, attribute) && url() => Sort::Url,
            () if has(URL_LIST, attribute) && url() => Sort::UrlList,
            () if is_foreign(attribute) || !(html || self.is_of_svg(attribute)) => Sort::TrueFalse,
            () => Sort::Text,
        }
    }

    fn is_of_svg(&self, attribute: &str) -> bool {
        self.kind == Kind::Svg
            && SVG_ATTRIBUTES_INDEX
                .find(SVG_ATTRIBUTES, attribute, hash(attribute))
                .is_some()
    }
}

/// Whether HTML has this element.
pub(crate) fn is_html(element: &str) -> bool {
    HTML_INDEX.find(&ELEMENTS, element, hash(element)).is_some()
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

/// Names that hold a URL on whatever element they stand.
fn anywhere(attribute: &str) -> bool {
    const NAMES: [&str; 9] = [
        "action",
        "formaction",
        "href",
        "ping",
        "poster",
        "src",
        "srcset",
        "xlink:href",
        "xml:base",
    ];
    has(&NAMES, attribute)
}

/// Whether an attribute holds code that the browser runs: handlers of HTML and of the frameworks that have some.
pub(crate) fn is_code(attribute: &str) -> bool {
    const PREFIXES: [&str; 5] = ["@", "x-on:", "v-on:", "hx-on", "on:"];
    let lower = attribute.to_ascii_lowercase();
    lower == "srcdoc"
        || PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
        || (lower.starts_with("on") && !lower.contains('-') && lower.len() > 2)
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
            assert_eq!((facts.kind, facts.name), (Kind::Html, *name));
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
    }
}
