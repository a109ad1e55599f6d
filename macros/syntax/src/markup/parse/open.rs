//! Tags that are open, and how they are closed.

use proc_macro2::Span;

use super::Parser;
use super::Place;
use super::nodes::Reading;
use crate::diagnostic::Diagnostic;
use crate::markup::nearest::distance;
use crate::markup::table;
use crate::markup::tree::{Component, Element, Fragment, Node, Slot};

/// An open tag, with what stood before it.
pub(super) struct Open {
    pub(super) tag: Tag,
    /// Its name, as its closing tag repeats it; a fragment has none.
    pub(super) name: String,
    /// The place of the name.
    pub(super) span: Span,
    /// What is around its children.
    pub(super) inside: Place,
    /// What stood before it in the same list.
    pub(super) before: Vec<Node>,
}

/// What a tag opens.
pub(super) enum Tag {
    Element(Element),
    Component(Component),
    Fragment(Fragment),
    Slot(Slot),
}

impl Tag {
    /// The node, once its children are known.
    pub(super) fn node(self, children: Vec<Node>, close: Option<Span>) -> Node {
        match self {
            Self::Element(element) => Node::Element(Element {
                children,
                close,
                ..element
            }),
            Self::Component(component) => {
                let children = if children.iter().all(blank) {
                    Vec::new()
                } else {
                    children
                };
                Node::Component(Component {
                    children,
                    close,
                    ..component
                })
            }
            Self::Fragment(fragment) => Node::Fragment(Fragment {
                children,
                ..fragment
            }),
            Self::Slot(slot) => Node::Slot(Slot {
                fallback: children,
                ..slot
            }),
        }
    }
}

/// Blanks alone fill no slot.
fn blank(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.value.chars().all(char::is_whitespace))
}

impl Parser {
    /// Opens a tag, whose children follow.
    pub(super) fn open(&mut self, reading: &mut Reading, tag: Tag, name: String, span: Span) {
        if self.too_deep(span, reading.open.len() + 1) {
            // Its children become its siblings: their nesting ends here.
            reading.late.push(name);
            reading.nodes.push(tag.node(Vec::new(), None));
            return;
        }
        let opened = matches!(name.as_str(), "pre" | "textarea");
        let verbatim = reading.run.verbatim || opened;
        let inside = Place {
            component: matches!(tag, Tag::Component(_)),
            verbatim,
        };
        let before = std::mem::take(&mut reading.nodes);
        reading.run.verbatim = verbatim;
        reading.run.opened = opened;
        reading.open.push(Open {
            tag,
            name,
            span,
            inside,
            before,
        });
    }

    /// Reads a closing tag's name against the tags that are open.
    pub(super) fn close(&mut self, reading: &mut Reading, name: &str, span: Span) {
        let Some(at) = reading.open.iter().rposition(|open| open.name == name) else {
            close_lost(reading);
            return self.close_nothing(reading, name, span);
        };
        while reading.open.len() > at + 1 {
            let Some(inner) = reading.open.last() else {
                break;
            };
            if reading.run.lost(&inner.name) {
                close_last(reading, None);
                continue;
            }
            let message = format!(
                "{} is still open where {} closes the tag around it",
                shown(&inner.name),
                closing(name)
            );
            let help = format!(
                "write `{}` before `{}`",
                closing_tag(&inner.name),
                closing_tag(name)
            );
            let mistake = Diagnostic::between(inner.span, span, message).help(help);
            reading.late.push(inner.name.clone());
            self.report(mistake);
            close_last(reading, None);
        }
        close_last(reading, Some(span));
    }

    fn close_nothing(&mut self, reading: &mut Reading, name: &str, span: Span) {
        if table::is_void(name) {
            let mistake = Diagnostic::new(
                span,
                format!("`<{name}>` has no content, so nothing closes it"),
            );
            return self.report(mistake.help(format!("remove `</{name}>`")));
        }
        if let Some(late) = reading.late.iter().position(|late| late == name) {
            // Its tag was reported, and closed, when a tag around it was closed.
            reading.late.remove(late);
            return;
        }
        let Some(open) = reading.open.last() else {
            let mistake = Diagnostic::new(
                span,
                format!("{} closes nothing: no tag is open here", closing(name)),
            );
            return self.report(mistake.help(format!(
                "remove it, or write `{}` before",
                opening_tag(name)
            )));
        };
        if table::is_unknown(&open.name) && distance(name, &open.name) <= 2 {
            // That there is no such element is said of the opening tag.
            return close_last(reading, Some(span));
        }
        let message = format!(
            "{} closes nothing: the open tag is {}",
            closing(name),
            shown(&open.name)
        );
        let mistake = Diagnostic::between(open.span, span, message)
            .help(format!("write `{}`", closing_tag(&open.name)));
        // A slip of the pen closes what is open; anything else is read over.
        let slip = !table::is_html(name) && distance(name, &open.name) <= 2
            || name.eq_ignore_ascii_case(&open.name);
        self.report(mistake);
        if slip {
            reading.late.push(open.name.clone());
            close_last(reading, Some(span));
        }
    }

    /// The end of the template or its braces, which closes no tag.
    pub(super) fn close_all(&mut self, reading: &mut Reading) {
        while let Some(open) = reading.open.last() {
            if !reading.run.lost(&open.name) {
                let mistake =
                    Diagnostic::new(open.span, format!("{} is not closed", shown(&open.name)));
                let help = format!("write `{}` where it ends", closing_tag(&open.name));
                self.report(mistake.help(help));
            }
            close_last(reading, None);
        }
    }
}

/// Closes the tags whose closing tags were swallowed.
fn close_lost(reading: &mut Reading) {
    while let Some(open) = reading.open.last()
        && reading.run.lost(&open.name)
    {
        close_last(reading, None);
    }
}

fn close_last(reading: &mut Reading, close: Option<Span>) {
    if let Some(open) = reading.open.pop() {
        let children = std::mem::replace(&mut reading.nodes, open.before);
        reading.nodes.push(open.tag.node(children, close));
        reading.run.verbatim = reading.inside().verbatim;
    }
}

fn shown(name: &str) -> String {
    format!("`{}`", opening_tag(name))
}

fn closing(name: &str) -> String {
    format!("`{}`", closing_tag(name))
}

fn opening_tag(name: &str) -> String {
    format!("<{name}>")
}

fn closing_tag(name: &str) -> String {
    format!("</{name}>")
}
