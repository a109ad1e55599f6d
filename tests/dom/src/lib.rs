//! What a browser makes of HTML: html5ever's tree, as plain values that can be compared, changed and shown.
#![forbid(unsafe_code)]

mod difference;
mod node;
mod sink;

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

pub use self::difference::{difference, difference_by};
pub use self::node::{Element, Node, Space};

/// Parses a document as a browser with scripts does.
///
/// ```
/// let page = isle_dom::parse("<!DOCTYPE html><p title=a>1 &lt; 2");
/// assert_eq!(page[1].to_string(), "<html>\n  <head>\n  <body>\n    <p title=\"a\">\n      \"1 < 2\"\n");
/// ```
pub fn parse(html: &str) -> Vec<Node> {
    parse_with(html, true)
}

/// Parses a document as a browser without scripts does: what a `<noscript>` holds is markup.
pub fn parse_without_scripts(html: &str) -> Vec<Node> {
    parse_with(html, false)
}

fn parse_with(html: &str, scripting_enabled: bool) -> Vec<Node> {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    parse_document(sink::Sink::default(), options).one(html)
}

/// The document whose body holds `nodes`, as the parser makes it of `<!DOCTYPE html><body>…`.
///
/// ```
/// use isle_dom::{Node, document, parse};
///
/// assert_eq!(parse("<!DOCTYPE html><body>a"), document(vec![Node::Text("a".to_owned())]));
/// ```
pub fn document(nodes: Vec<Node>) -> Vec<Node> {
    let element = |name: &str, children| {
        Node::Element(Element {
            space: Space::Html,
            name: name.to_owned(),
            attributes: Vec::new(),
            children,
        })
    };
    let parts = vec![element("head", Vec::new()), element("body", nodes)];
    vec![Node::Doctype("html".to_owned()), element("html", parts)]
}
