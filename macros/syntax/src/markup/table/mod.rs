//! What the standards know: elements, attributes, and what attributes mean.

mod data;

use self::data::*;
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

/// What kind of element a name is.
pub(crate) fn kind(element: &str) -> Kind {
    match () {
        () if row(element).is_some() => Kind::Html,
        () if has(SVG, element) => Kind::Svg,
        () if has(MATHML, element) => Kind::MathMl,
        () if has(OBSOLETE, element) => Kind::Obsolete,
        () if element.contains('-') => Kind::Custom,
        () => Kind::Unknown,
    }
}

/// Whether HTML has this element.
pub(crate) fn is_html(element: &str) -> bool {
    row(element).is_some()
}

/// Whether SVG has this element.
pub(crate) fn is_svg(element: &str) -> bool {
    has(SVG, element)
}

/// Whether an element has no children and no closing tag.
pub(crate) fn is_void(element: &str) -> bool {
    has(VOID, element)
}

/// The element that was probably meant.
pub(crate) fn nearest_element(element: &str, svg: bool) -> Option<&'static str> {
    let html = HTML.iter().map(|(name, ..)| *name);
    let others = SVG.iter().chain(MATHML).copied();
    if svg {
        nearest(element, SVG.iter().copied())
    } else {
        nearest(element, html.chain(others))
    }
}

/// Whether an element takes an attribute; those of MathML and of custom elements are not checked.
pub(crate) fn attribute(element: &str, attribute: &str) -> Known {
    if let Some((_, own, old)) = row(element) {
        return match () {
            () if has(own, attribute) || has(GLOBAL, attribute) => Known::Yes,
            () if has(SHARED, element) && has(SVG_ATTRIBUTES, attribute) => Known::Yes,
            () if has(old, attribute) => Known::Obsolete,
            () => Known::No,
        };
    }
    if has(SVG, element) && !has(SVG_ATTRIBUTES, attribute) && !attribute.starts_with("aria-") {
        return Known::No;
    }
    Known::Yes
}

/// The attribute of an element that was probably meant.
pub(crate) fn nearest_attribute(element: &str, attribute: &str) -> Option<&'static str> {
    if let Some(html) = of_jsx(attribute) {
        return Some(html);
    }
    match row(element) {
        Some((_, own, _)) => nearest(attribute, own.iter().chain(GLOBAL).copied()),
        None => nearest(attribute, SVG_ATTRIBUTES.iter().chain(GLOBAL).copied()),
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
    const PREFIXES: [&str; 10] = [
        "data-", "hx-", "x-", "v-", "ng-", "up-", "sse-", "ws-", "fx-", "ic-",
    ];
    let sign = attribute.contains(['@', ':', '.', '#', '?']) || attribute == "_";
    sign || PREFIXES.iter().any(|prefix| attribute.starts_with(prefix))
}

/// What the values of an attribute mean.
pub(crate) fn sort(element: &str, attribute: &str) -> Sort {
    let row = row(element);
    let html = row.is_some() || has(OBSOLETE, element);
    // Elsewhere than in HTML, `data` and its like are anyone's names.
    let url = match row {
        Some((_, own, old)) => has(own, attribute) || has(old, attribute) || anywhere(attribute),
        None => html || anywhere(attribute),
    };
    match () {
        () if html && has(BOOLEAN, attribute) => Sort::Boolean,
        () if has(TRUE_FALSE, attribute) || attribute.starts_with("aria-") => Sort::TrueFalse,
        () if has(BOOLEAN_OR_TEXT, attribute) && (html || attribute != "capture") => {
            Sort::BooleanOrText
        }
        () if element == "img" && attribute == "src" => Sort::ImageUrl,
        () if url && has(URL, attribute) => Sort::Url,
        () if url && has(URL_LIST, attribute) => Sort::UrlList,
        () if is_foreign(attribute) || (row.is_none() && !has(SVG_ATTRIBUTES, attribute)) => {
            Sort::TrueFalse
        }
        () => Sort::Text,
    }
}

/// Names that hold a URL on whatever element they stand.
fn anywhere(attribute: &str) -> bool {
    matches!(
        attribute,
        "action"
            | "formaction"
            | "href"
            | "ping"
            | "poster"
            | "src"
            | "srcset"
            | "xlink:href"
            | "xml:base"
    )
}

/// Whether an attribute holds code that the browser runs: handlers of HTML and of the frameworks that have some.
pub(crate) fn is_code(attribute: &str) -> bool {
    const PREFIXES: [&str; 5] = ["@", "x-on:", "v-on:", "hx-on", "on:"];
    let lower = attribute.to_ascii_lowercase();
    lower == "srcdoc"
        || PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
        || (lower.starts_with("on") && !lower.contains('-') && lower.len() > 2)
}

fn row(
    element: &str,
) -> Option<(
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
)> {
    HTML.binary_search_by(|(name, ..)| (*name).cmp(element))
        .ok()
        .map(|at| HTML[at])
}

fn has(names: &[&str], name: &str) -> bool {
    names.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_as_the_search_needs_it() {
        let tables = [
            OBSOLETE,
            VOID,
            GLOBAL,
            SVG,
            SHARED,
            SVG_ATTRIBUTES,
            MATHML,
            BOOLEAN,
            TRUE_FALSE,
            BOOLEAN_OR_TEXT,
            URL,
            URL_LIST,
        ];
        for table in tables
            .into_iter()
            .chain(HTML.iter().flat_map(|(_, own, old)| [*own, *old]))
        {
            assert!(table.is_sorted_by(|a, b| a < b), "{table:?}");
        }
        assert!(HTML.is_sorted_by(|(a, ..), (b, ..)| a < b));
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
    }

    #[test]
    fn attributes_belong_to_their_elements() {
        assert_eq!(attribute("a", "href"), Known::Yes);
        assert_eq!(attribute("div", "href"), Known::No);
        assert_eq!(attribute("td", "align"), Known::Obsolete);
        assert_eq!(attribute("div", "onpointerdown"), Known::Yes);
        assert_eq!(attribute("path", "d"), Known::Yes);
        assert_eq!(attribute("path", "strokeWidth"), Known::No);
        assert_eq!(attribute("my-element", "anything"), Known::Yes);
    }
}
