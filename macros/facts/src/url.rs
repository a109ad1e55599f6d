//! Attributes that hold a URL, whatever the element.

/// Whether a name holds a URL on whatever element it stands.
pub fn is_url_anywhere(attribute: &str) -> bool {
    matches!(
        attribute.as_bytes(),
        b"action"
            | b"formaction"
            | b"href"
            | b"ping"
            | b"poster"
            | b"src"
            | b"srcset"
            | b"xlink:href"
            | b"xml:base"
    )
}

/// Whether a framework in the browser fetches what an attribute names, and puts it into the page: htmx, its extension for
/// server-sent events, fixi, Unpoly.
pub fn is_fetched(attribute: &str) -> bool {
    matches!(
        attribute
            .strip_prefix("data-")
            .unwrap_or(attribute)
            .as_bytes(),
        b"fx-action"
            | b"hx-delete"
            | b"hx-get"
            | b"hx-patch"
            | b"hx-post"
            | b"hx-put"
            | b"sse-connect"
            | b"up-href"
    )
}
