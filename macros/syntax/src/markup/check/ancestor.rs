//! The elements around a node, and which language's rules hold there.

use crate::markup::table::Kind;
use crate::markup::tree::{Attribute, Element, Node, Value};

/// Which language's parsing rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    Html,
    Svg,
    MathMl,
}

/// An element around a node; a component is one of which nothing is known.
#[derive(Clone, Copy)]
pub(super) struct Ancestor<'t> {
    pub(super) name: &'t str,
    /// As it is called in an error text: a template is parsed like what it begins with.
    pub(super) shown: &'t str,
    known: bool,
    pub(super) namespace: Namespace,
    /// Whether it is an `<annotation-xml>` whose `encoding` does not say that it holds HTML.
    annotation: bool,
}

impl<'t> Ancestor<'t> {
    pub(super) fn known(element: &'t Element, namespace: Namespace) -> Self {
        let name = element.name.text.as_str();
        Self {
            name,
            shown: name,
            known: true,
            namespace,
            annotation: name == "annotation-xml" && !encodes_html(element),
        }
    }

    pub(super) fn unknown() -> Self {
        Self {
            name: "",
            shown: "",
            known: false,
            namespace: Namespace::Html,
            annotation: false,
        }
    }

    /// What a template's content is parsed in: like the rows of a table, say, if the first element is a row.
    pub(super) fn of_template(content: &[Node]) -> Self {
        const ANYWHERE: [&str; 7] = [
            "base", "link", "meta", "script", "style", "template", "title",
        ];
        let first = content.iter().find(|node| match node {
            Node::Text(_) | Node::Comment(_) => false,
            Node::Element(element) => !ANYWHERE.contains(&element.name.text.as_str()),
            _ => true,
        });
        let name = match first {
            Some(Node::Element(first)) => match first.name.text.as_str() {
                "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => "table",
                "col" => "colgroup",
                "tr" => "tbody",
                "td" | "th" => "tr",
                _ => "template",
            },
            None => "template",
            Some(_) => return Self::unknown(),
        };
        Self {
            name,
            shown: "template",
            known: true,
            namespace: Namespace::Html,
            annotation: false,
        }
    }

    pub(super) fn is_known(&self) -> bool {
        self.known
    }

    /// Whether it is this element of HTML.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name && self.namespace == Namespace::Html
    }

    /// Whether it is one of these elements of HTML.
    pub(super) fn is_html(&self, names: impl Fn(&str) -> bool) -> bool {
        self.known && self.namespace == Namespace::Html && names(self.name)
    }

    /// Whether what it holds is HTML again, though it is itself SVG or MathML.
    pub(super) fn holds_html(&self) -> bool {
        match self.namespace {
            Namespace::Html => true,
            Namespace::Svg => matches!(self.name, "foreignObject" | "desc" | "title"),
            Namespace::MathMl => match self.name {
                "mi" | "mo" | "mn" | "ms" | "mtext" => true,
                "annotation-xml" => !self.annotation,
                _ => false,
            },
        }
    }

    /// Whether the standard's "default scope" ends here.
    pub(super) fn ends_scope(&self) -> bool {
        match self.namespace {
            Namespace::Html => {
                let name = self.name.as_bytes();
                !self.known
                    || matches!(
                        name,
                        b"caption"
                            | b"html"
                            | b"object"
                            | b"select"
                            | b"table"
                            | b"td"
                            | b"template"
                            | b"th"
                    )
            }
            _ => self.holds_html(),
        }
    }
}

impl Namespace {
    /// The namespace of an element within a parent, or without one that is known.
    pub(super) fn of(name: &str, kind: Kind, parent: Option<&Ancestor<'_>>) -> Self {
        match (name, parent) {
            ("svg", Some(parent)) if parent.annotation => Self::Svg,
            (_, Some(parent)) if !parent.holds_html() => parent.namespace,
            ("svg", _) => Self::Svg,
            ("math", _) => Self::MathMl,
            (_, Some(_)) => Self::Html,
            (_, None) => match kind {
                Kind::Svg => Self::Svg,
                Kind::MathMl => Self::MathMl,
                _ => Self::Html,
            },
        }
    }
}

/// Whether an `<annotation-xml>` says that it holds HTML; what is not known yet may.
fn encodes_html(annotation: &Element) -> bool {
    annotation
        .attributes
        .iter()
        .any(|attribute| match attribute {
            Attribute::Plain { name, value, .. } if name.text == "encoding" => match value {
                Value::Text(text) => ["text/html", "application/xhtml+xml"]
                    .iter()
                    .any(|html| text.value.eq_ignore_ascii_case(html)),
                _ => true,
            },
            Attribute::Spread(_) => true,
            _ => false,
        })
}
