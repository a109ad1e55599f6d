//! What the parsing rules of the HTML standard say of single elements.
//!
//! Source: [tree construction](https://html.spec.whatwg.org/multipage/parsing.html#tree-construction).

/// Whether an open `<p>` ends before an element.
pub fn ends_p(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"li"
            | b"main"
            | b"menu"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"summary"
            | b"table"
            | b"ul"
            | b"xmp"
    )
}

/// Whether an element ends where an option or an annotation begins directly in it.
pub fn is_implied(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"dd" | b"dt" | b"li" | b"optgroup" | b"option" | b"p" | b"rp" | b"rt"
    )
}

/// Whether an element is a heading.
pub fn is_heading(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
    )
}

/// The parents that an element must have: anywhere else a browser drops its tags.
pub fn required(name: &str) -> Option<&'static [&'static str]> {
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
pub fn allowed(parent: &str, in_head: bool) -> Option<(&'static [&'static str], &'static str)> {
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

/// Whether the standard calls an element special, but for `address`, `div` and `p`.
pub fn is_special(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"button"
            | b"caption"
            | b"colgroup"
            | b"dd"
            | b"details"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"header"
            | b"hgroup"
            | b"html"
            | b"li"
            | b"main"
            | b"menu"
            | b"nav"
            | b"noscript"
            | b"object"
            | b"ol"
            | b"pre"
            | b"search"
            | b"section"
            | b"select"
            | b"summary"
            | b"table"
            | b"template"
            | b"ul"
            | b"tbody"
            | b"tfoot"
            | b"thead"
            | b"tr"
    )
}

/// Whether a browser moves text out of an element.
pub fn holds_no_text(name: &str) -> bool {
    let name = name.as_bytes();
    matches!(
        name,
        b"colgroup" | b"head" | b"html" | b"table" | b"tbody" | b"tfoot" | b"thead" | b"tr"
    )
}
