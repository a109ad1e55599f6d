//! What the parsing rules of the HTML standard say of single elements.

use super::ancestor::Ancestor;

/// Elements before which an open `<p>` ends.
pub(super) const ENDS_P: [&str; 37] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
    "xmp",
];
/// Elements that end where an option or an annotation begins directly in them.
pub(super) const IMPLIED: [&str; 8] = ["dd", "dt", "li", "optgroup", "option", "p", "rp", "rt"];
pub(super) const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The parents that an element must have: anywhere else a browser drops its tags.
pub(super) fn required(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "html" => &[],
        "head" | "body" => &["html"],
        "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => &["table"],
        "col" => &["colgroup"],
        "tr" => &["tbody", "thead", "tfoot", "table"],
        "td" | "th" => &["tr"],
        _ => return None,
    })
}

/// What an element holds, where a browser moves everything else out of it, and what to do about it.
pub(super) fn allowed(
    parent: &str,
    in_head: bool,
) -> Option<(&'static [&'static str], &'static str)> {
    const CELL: &str = "put it into a `<td>`, a `<th>` or the `<caption>`";
    Some(match parent {
        "table" => (
            &[
                "caption", "colgroup", "script", "style", "tbody", "template", "tfoot", "thead",
                "tr",
            ],
            CELL,
        ),
        "tbody" | "tfoot" | "thead" => (&["script", "style", "template", "tr"], CELL),
        "tr" => (&["script", "style", "td", "template", "th"], CELL),
        "colgroup" => (&["col", "template"], "close the `<colgroup>` before"),
        "html" => (
            &["body", "head"],
            "put it into the `<head>` or the `<body>`",
        ),
        "head" => {
            let held = &[
                "base", "link", "meta", "noscript", "script", "style", "template", "title",
            ];
            (held, "put it into the `<body>`")
        }
        "noscript" if in_head => (
            &["link", "meta", "style"],
            "put the `<noscript>` into the `<body>`",
        ),
        _ => return None,
    })
}

/// Whether the search for an open list item stops at an element: at those that the standard calls special, but for
/// `address`, `div` and `p`.
pub(super) fn ends_items(ancestor: &Ancestor<'_>) -> bool {
    const SPECIAL: [&str; 41] = [
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "colgroup",
        "dd",
        "details",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "object",
        "ol",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "template",
        "ul",
    ];
    !ancestor.is_known()
        || ancestor.ends_scope()
        || ancestor.is_one(&["tbody", "tfoot", "thead", "tr"])
        || ancestor.is_one(&SPECIAL)
}
