//! What the HTML standard knows.

use super::tree::Sort;

const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Whether an element has no children and no closing tag.
pub(crate) fn is_void(element: &str) -> bool {
    VOID.binary_search(&element).is_ok()
}

/// Whether HTML has this element.
pub(crate) fn is_html(element: &str) -> bool {
    is_void(element)
        || matches!(
            element,
            "a" | "b" | "i" | "p" | "div" | "span" | "li" | "td"
        )
}

/// What the values of an attribute mean.
pub(crate) fn sort(element: &str, attribute: &str) -> Sort {
    match attribute {
        "allowfullscreen" | "async" | "autofocus" | "autoplay" | "checked" | "controls"
        | "default" | "defer" | "disabled" | "formnovalidate" | "inert" | "ismap" | "itemscope"
        | "loop" | "multiple" | "muted" | "nomodule" | "novalidate" | "open" | "playsinline"
        | "readonly" | "required" | "reversed" | "selected"
            if !element.contains('-') =>
        {
            Sort::Boolean
        }
        "hidden" | "download" | "popover" => Sort::BooleanOrText,
        "contenteditable" | "draggable" | "spellcheck" | "writingsuggestions" => Sort::TrueFalse,
        "src" if element == "img" => Sort::ImageUrl,
        "href" | "src" | "action" | "formaction" | "poster" | "cite" | "data" | "background"
        | "manifest" | "xlink:href" => Sort::Url,
        "ping" | "srcset" | "imagesrcset" => Sort::UrlList,
        _ if attribute.starts_with("aria-") || attribute.starts_with("data-") => Sort::TrueFalse,
        _ if attribute.contains(['-', ':', '@', '.']) || element.contains('-') => Sort::TrueFalse,
        _ => Sort::Text,
    }
}
