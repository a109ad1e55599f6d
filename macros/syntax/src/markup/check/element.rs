//! Unknown elements, and content where none can be.

use proc_macro2::Span;

use super::ancestor::Namespace;
use super::walk::Walk;
use crate::diagnostic::Diagnostic;
use crate::markup::bodies::bodies;
use crate::markup::table::{self, Facts, Kind};
use crate::markup::tree::{Attribute, Element, Name, Node, Piece};

impl<'t> Walk<'t> {
    /// What is wrong with an element itself.
    pub(super) fn check_element(
        &mut self,
        element: &'t Element,
        facts: &Facts<'_>,
        namespace: Namespace,
    ) {
        let name = &element.name;
        let mistake = match (facts.kind, namespace) {
            (Kind::Unknown, _) => Some(self.unknown(name, namespace)),
            (Kind::Obsolete, Namespace::Html) => Some(obsolete(name)),
            (Kind::Html, Namespace::Svg) if !facts.svg && !breaks_out(&name.text) => {
                let mistake = name.mistake(format!(
                    "`<{}>` is an element of HTML, and this is SVG",
                    name.text
                ));
                Some(mistake.help("put it into `<foreignObject>`"))
            }
            _ => None,
        };
        self.mistakes.extend(mistake);
        self.check_content(element, namespace);
    }

    fn unknown(&self, name: &Name, namespace: Namespace) -> Diagnostic {
        let mistake = name.mistake(format!("there is no element `<{}>`", name.text));
        match table::nearest_element(&name.text, namespace == Namespace::Svg) {
            Some(other) => mistake.help(format!("did you mean `<{other}>`?")),
            None => mistake.help("a custom element has a hyphen in its name, a component's name begins with a capital letter"),
        }
    }

    fn check_content(&mut self, element: &'t Element, namespace: Namespace) {
        let name = &element.name;
        let set = element
            .attributes
            .iter()
            .find_map(|attribute| match attribute {
                Attribute::SetHtml(_) => Some("set:html"),
                Attribute::SetText(_) => Some("set:text"),
                _ => None,
            });
        if name.text == "html" {
            self.check_document(&element.children);
        }
        if let (Some("set:text"), "script" | "style") = (set, name.text.as_str()) {
            self.mistakes.push(code_as_text(name));
        }
        if let Some(set) = set {
            if element.void {
                let mistake = name.mistake(format!(
                    "`<{}>` has no content, so `{set}` can't set it",
                    name.text
                ));
                self.mistakes.push(mistake.help(format!("remove `{set}`")));
            } else if let Some(span) = find(&element.children, is_content) {
                let mistake = Diagnostic::new(
                    span,
                    format!("`{set}` is the content of this element, and here is more"),
                );
                self.mistakes
                    .push(mistake.help(format!("remove the content, or `{set}`")));
            }
        }
        let held = match name.text.as_str() {
            _ if namespace != Namespace::Html => None,
            "iframe" => find(&element.children, is_content),
            "title" | "textarea" => find(&element.children, is_tag),
            _ => None,
        };
        if let Some(span) = held {
            let mistake = match name.text.as_str() {
                "iframe" => Diagnostic::new(
                    span,
                    "a browser shows nothing of what stands in an `<iframe>`",
                )
                .help("close it at once: `<iframe src=\"…\"></iframe>`"),
                _ => Diagnostic::new(
                    span,
                    format!(
                        "`<{}>` holds text alone: a browser shows tags in it as text",
                        name.text
                    ),
                )
                .help("write text and `{values}` only"),
            };
            self.mistakes.push(mistake);
        }
    }
}

impl<'t> Walk<'t> {
    /// One head, then one body.
    fn check_document(&mut self, children: &'t [Node]) {
        let mut before = Vec::new();
        for child in children {
            let Node::Element(Element { name, .. }) = child else {
                continue;
            };
            let late = name.text == "head" && before.contains(&"body");
            if before.contains(&name.text.as_str()) || late {
                let message = format!("a browser drops this `<{}>`", name.text);
                let mistake = name.mistake(message);
                let help = "`<html>` holds one `<head>`, and then one `<body>`";
                self.mistakes.push(mistake.help(help));
            }
            before.push(name.text.as_str());
        }
    }
}

/// `set:text` where the text is code.
fn code_as_text(name: &Name) -> Diagnostic {
    let mistake = name.mistake(format!(
        "a value can't be escaped safely in `<{}>`: its text is code",
        name.text
    ));
    mistake.help(match name.text.as_str() {
        "script" => "write `{json(&value)}` between the tags: it is printed as a JavaScript value",
        _ => "set a custom property on an element, `style={[(\"--accent\", value)]}`, and use `var(--accent)`",
    })
}

/// Whether an element of HTML ends the SVG or MathML around it; `nesting` reports those.
pub(super) fn breaks_out(name: &str) -> bool {
    const NAMES: [&str; 44] = [
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "i",
        "img",
        "li",
        "listing",
        "menu",
        "meta",
        "nobr",
        "ol",
        "p",
        "pre",
        "ruby",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tt",
        "u",
        "ul",
        "var",
    ];
    NAMES.binary_search(&name).is_ok()
}

fn obsolete(name: &Name) -> Diagnostic {
    let help = match name.text.as_str() {
        "big" | "center" | "font" | "tt" | "basefont" | "blink" | "nobr" | "spacer"
        | "multicol" | "marquee" => "style an element with CSS instead",
        "strike" => "write `<s>` or `<del>`",
        "acronym" => "write `<abbr>`",
        "dir" => "write `<ul>`",
        "frame" | "frameset" | "noframes" => "write `<iframe>`",
        "applet" | "noembed" | "bgsound" => "write `<object>`, `<audio>` or `<video>`",
        "xmp" | "listing" | "plaintext" => "write `<pre>`",
        "rb" | "rtc" => "write `<ruby>` with `<rt>` alone",
        _ => "HTML has no element for it any more",
    };
    name.mistake(format!("`<{}>` is obsolete", name.text))
        .help(help)
}

/// The place of the first node that is wanted, in the nodes or in what prints no tag of its own.
fn find(nodes: &[Node], wanted: fn(&Node) -> bool) -> Option<Span> {
    nodes.iter().find_map(|node| {
        let inner = bodies(node).into_iter().find_map(|body| find(body, wanted));
        inner.or_else(|| place(node).filter(|_| wanted(node)))
    })
}

fn place(node: &Node) -> Option<Span> {
    match node {
        Node::Text(text) | Node::Comment(text) => Some(text.start),
        Node::Doctype(span) => Some(*span),
        Node::Element(element) => Some(element.name.start),
        Node::Component(component) => Some(component.span),
        Node::Slot(slot) => Some(slot.span),
        Node::Value(code) => code.pieces.first().and_then(|piece| match piece {
            Piece::Rust(tokens) => tokens.clone().into_iter().next().map(|token| token.span()),
            Piece::Group { span, .. } | Piece::Markup(_, span) => Some(*span),
        }),
        _ => None,
    }
}

fn is_content(node: &Node) -> bool {
    !matches!(node, Node::Text(text) if text.value.trim().is_empty())
}

fn is_tag(node: &Node) -> bool {
    matches!(node, Node::Element(_) | Node::Comment(_) | Node::Doctype(_))
}
