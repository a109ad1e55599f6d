//! The elements around a node, and which language's rules hold there.

use crate::markup::table;
use crate::markup::tree::Name;

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
    known: bool,
    pub(super) namespace: Namespace,
}

impl<'t> Ancestor<'t> {
    pub(super) fn known(name: &'t Name, namespace: Namespace) -> Self {
        Self {
            name: &name.text,
            known: true,
            namespace,
        }
    }

    pub(super) fn unknown() -> Self {
        Self {
            name: "",
            known: false,
            namespace: Namespace::Html,
        }
    }

    pub(super) fn is_known(&self) -> bool {
        self.known
    }

    /// Whether it is this element of HTML.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name && self.namespace == Namespace::Html
    }

    pub(super) fn is_one(&self, names: &[&str]) -> bool {
        self.namespace == Namespace::Html && names.contains(&self.name)
    }

    /// Whether what it holds is HTML again, though it is itself SVG or MathML.
    pub(super) fn holds_html(&self) -> bool {
        match self.namespace {
            Namespace::Html => true,
            Namespace::Svg => matches!(self.name, "foreignObject" | "desc" | "title"),
            Namespace::MathMl => matches!(
                self.name,
                "mi" | "mo" | "mn" | "ms" | "mtext" | "annotation-xml"
            ),
        }
    }

    /// Whether the standard's "default scope" ends here.
    pub(super) fn ends_scope(&self) -> bool {
        match self.namespace {
            Namespace::Html => {
                !self.is_known()
                    || self.is_one(&[
                        "caption", "html", "object", "select", "table", "td", "template", "th",
                    ])
            }
            _ => true,
        }
    }
}

impl Namespace {
    /// The namespace of an element within a parent, or without one that is known.
    pub(super) fn of(name: &str, parent: Option<&Ancestor<'_>>) -> Self {
        match (name, parent) {
            ("svg", _) => Self::Svg,
            ("math", _) => Self::MathMl,
            (_, Some(parent)) => {
                if parent.holds_html() {
                    Self::Html
                } else {
                    parent.namespace
                }
            }
            (_, None) => match table::kind(name) {
                table::Kind::Svg => Self::Svg,
                table::Kind::MathMl => Self::MathMl,
                _ => Self::Html,
            },
        }
    }
}
