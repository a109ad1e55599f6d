//! From the tree to operations: static text is joined, each value gets the method of its place.

use super::choice::{Choice, choice};
use super::operation::{Call, Content, Filled, Operation, Print};
use super::{attribute, escape, refuse};
use crate::error::Errors;
use isle_syntax::markup::tree::{Code, Component, Element, Node, Slot};

/// Lowers markup.
pub(crate) fn lower(nodes: &[Node], errors: &mut Errors) -> Vec<Operation> {
    let mut lowering = Lowering {
        done: Vec::new(),
        foreign: false,
        errors,
    };
    lowering.nodes(nodes, Place::Markup);
    lowering.done
}

/// What surrounds a node, where that changes how it is printed.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Ordinary markup.
    Markup,
    /// `script` or `style`: text is printed as it is.
    Verbatim,
    /// `script` or `style` in SVG, which the HTML parser reads as markup.
    Escaped,
}

pub(super) struct Lowering<'e> {
    done: Vec<Operation>,
    /// Whether the element around is one of SVG or MathML.
    foreign: bool,
    pub(super) errors: &'e mut Errors,
}

impl Lowering<'_> {
    /// Adds static markup, joined with what stands before it.
    pub(super) fn raw(&mut self, markup: &str) {
        self.last_raw().push_str(markup);
    }

    /// Adds a static attribute's value, escaped.
    pub(super) fn value(&mut self, text: &str) {
        escape::value(text, self.last_raw());
    }

    fn last_raw(&mut self) -> &mut String {
        if !matches!(self.done.last(), Some(Operation::Raw(_))) {
            self.done.push(Operation::Raw(String::new()));
        }
        let Some(Operation::Raw(text)) = self.done.last_mut() else {
            unreachable!("it was just pushed")
        };
        text
    }

    pub(super) fn print(&mut self, method: &'static str, open: Option<String>, code: &Code) {
        self.check(code);
        if matches!(method, "text" | "attr" | "truth")
            && let Some(choice) = choice(code)
        {
            return self.choice(choice, open.as_deref());
        }
        let before = self.take_raw();
        self.done.push(Operation::Print(Print {
            method,
            before,
            open,
            code: code.clone(),
        }));
    }

    /// The static markup that was added last, for what prints it by itself.
    fn take_raw(&mut self) -> String {
        match self.done.pop_if(|last| matches!(last, Operation::Raw(_))) {
            Some(Operation::Raw(text)) => text,
            _ => String::new(),
        }
    }

    /// Adds a value whose text is known now, as static markup.
    fn choice(&mut self, choice: Choice, open: Option<&str>) {
        let text = |front: &str, literal: &str| {
            let mut text = front.to_owned();
            text += open.unwrap_or_default();
            escape::literal(literal, &mut text);
            text += open.map_or("", |_| "\"");
            text
        };
        if choice.branches.is_empty() {
            return self.raw(&text("", &choice.otherwise));
        }
        // What stands in front of all branches is printed with them, where that is little.
        let short = matches!(self.done.last(), Some(Operation::Raw(text)) if text.len() <= 64);
        let front = if short {
            self.take_raw()
        } else {
            String::new()
        };
        let raw = |literal: &str| vec![Operation::Raw(text(&front, literal))];
        let branches = choice.branches.into_iter();
        let operation = Operation::If {
            branches: branches
                .map(|(condition, it)| (condition, raw(&it)))
                .collect(),
            otherwise: Some(raw(&choice.otherwise)),
        };
        self.push(operation);
    }

    /// Adds an attribute that is there or absent.
    pub(super) fn flag(&mut self, method: &'static str, name: String, code: &Code) {
        self.check(code);
        self.done.push(Operation::Flag {
            method,
            name,
            code: code.clone(),
        });
    }

    pub(super) fn push(&mut self, operation: Operation) {
        self.done.push(operation);
    }

    pub(super) fn check(&mut self, code: &Code) {
        refuse::awaits(code, self.errors);
    }

    fn nodes(&mut self, nodes: &[Node], place: Place) {
        for node in nodes {
            self.node(node, place);
        }
    }

    /// Lowers a branch or a body into operations of its own.
    fn apart(&mut self, nodes: &[Node], place: Place) -> Vec<Operation> {
        let before = std::mem::take(&mut self.done);
        self.nodes(nodes, place);
        std::mem::replace(&mut self.done, before)
    }

    fn node(&mut self, node: &Node, place: Place) {
        match node {
            Node::Doctype(_) => self.push(Operation::Doctype),
            Node::Comment(text) => {
                self.raw("<!--");
                self.raw(&text.value);
                self.raw("-->");
            }
            Node::Text(text) if place == Place::Verbatim => self.raw(&text.value),
            Node::Text(text) => escape::text(&text.value, self.last_raw()),
            Node::Element(element) => self.element(element),
            Node::Component(component) => self.component(component),
            Node::Fragment(fragment) => self.nodes(&fragment.children, place),
            Node::Slot(slot) => self.slot(slot),
            Node::Value(code) => {
                let method = match place {
                    Place::Markup => "text",
                    Place::Verbatim | Place::Escaped => "json",
                };
                self.print(method, None, code);
            }
            Node::If(it) => {
                let mut branches = Vec::new();
                for (condition, body) in &it.branches {
                    self.check(condition);
                    branches.push((condition.clone(), self.apart(body, place)));
                }
                let otherwise = it.otherwise.as_ref().map(|body| self.apart(body, place));
                self.push(Operation::If {
                    branches,
                    otherwise,
                });
            }
            Node::For(it) => {
                self.check(&it.iterator);
                let body = self.apart(&it.body, place);
                self.push(Operation::For {
                    pattern: it.pattern.clone(),
                    iterator: it.iterator.clone(),
                    body,
                });
            }
            Node::While(it) => {
                self.check(&it.condition);
                let body = self.apart(&it.body, place);
                self.push(Operation::While {
                    condition: it.condition.clone(),
                    body,
                });
            }
            Node::Match(it) => {
                self.check(&it.subject);
                let arms = it
                    .arms
                    .iter()
                    .map(|(pattern, body)| (pattern.clone(), self.apart(body, place)))
                    .collect();
                self.push(Operation::Match {
                    subject: it.subject.clone(),
                    arms,
                });
            }
            Node::Statements(code) => {
                self.check(code);
                self.push(Operation::Statements(code.clone()));
            }
            Node::Block(nodes) => {
                let body = self.apart(nodes, place);
                self.push(Operation::Block(body));
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let name = element.name.text.as_str();
        self.raw("<");
        self.raw(name);
        let content = attribute::lower(&element.attributes, self);
        self.raw(">");
        if element.void {
            return;
        }
        let foreign = self.foreign;
        self.foreign = is_foreign(name, foreign);
        if drops_line_break(name) && (content.is_some() || begins_at_run_time(&element.children)) {
            let before = std::mem::take(&mut self.done);
            self.content(name, &element.children, content);
            let body = std::mem::replace(&mut self.done, before);
            self.push(Operation::FirstLine(body));
        } else {
            if drops_line_break(name) && begins_with_line_break(&element.children) {
                self.raw("\n");
            }
            self.content(name, &element.children, content);
        }
        self.foreign = foreign;
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }

    /// What stands between an element's tags: its children, or what `set:html` or `set:text` sets.
    fn content(&mut self, name: &str, children: &[Node], set: Option<(&'static str, &Code)>) {
        match set {
            Some((method, code)) => self.print(method, None, code),
            None => {
                let place = match name {
                    "script" | "style" if self.foreign => Place::Escaped,
                    "script" | "style" => Place::Verbatim,
                    _ => Place::Markup,
                };
                self.nodes(children, place);
            }
        }
    }

    fn slot(&mut self, slot: &Slot) {
        let name = slot
            .name
            .as_ref()
            .map(|name| name.value.clone())
            .unwrap_or_default();
        let fallback = self.apart(&slot.fallback, Place::Markup);
        self.push(Operation::Slot {
            name,
            span: slot.span,
            fallback,
        });
    }

    fn component(&mut self, component: &Component) {
        for prop in &component.props {
            if let isle_syntax::markup::tree::Value::Code(code) = &prop.value {
                self.check(code);
            }
        }
        let mut directives = component.directives.iter();
        if directives.any(|(name, _)| name.text == "client:only") {
            let only = Some(self.fallback(component));
            return self.push(Operation::Call(Call {
                component: component.clone(),
                slots: Vec::new(),
                only,
            }));
        }
        let mut slots: Vec<Filled> = Vec::new();
        for child in &component.children {
            let (name, span) = slot_of(child, component);
            // A `let` among the children is seen by the default slot's content, where it stands.
            match slots.iter_mut().find(|slot| slot.name == name) {
                Some(Filled {
                    content: Content::Nodes(nodes),
                    ..
                }) => nodes.push(child.clone()),
                _ => slots.push(Filled {
                    name,
                    span,
                    content: Content::Nodes(vec![child.clone()]),
                }),
            }
        }
        for slot in &mut slots {
            if let Content::Nodes(nodes) = &slot.content
                && let [Node::Slot(inner)] = nodes.as_slice()
                && inner.fallback.is_empty()
            {
                let name = inner
                    .name
                    .as_ref()
                    .map(|name| name.value.clone())
                    .unwrap_or_default();
                slot.content = Content::Forwarded(name);
            }
        }
        self.push(Operation::Call(Call {
            component: component.clone(),
            slots,
            only: None,
        }));
    }

    /// What stands there until the browser has rendered an island.
    fn fallback(&mut self, component: &Component) -> Vec<Node> {
        let mut fallback = Vec::new();
        for child in &component.children {
            let (slot, place) = slot_of(child, component);
            let blank = matches!(child, Node::Comment(_))
                || matches!(child, Node::Text(text) if text.value.trim().is_empty());
            if slot == "fallback" {
                fallback.push(child.clone());
            } else if !blank {
                let message =
                    "the server renders nothing of this island, so its slots are never printed";
                let help = "with `client:only`, what stands there until the browser has rendered it goes into `slot=\"fallback\"`";
                self.errors.at(place, message, help);
            }
        }
        fallback
    }
}

/// Whether the HTML parser reads what an element holds as SVG or MathML.
fn is_foreign(name: &str, around: bool) -> bool {
    match name {
        "svg" | "math" => true,
        "foreignObject" | "desc" | "title" => false,
        "annotation-xml" | "mi" | "mn" | "mo" | "ms" | "mtext" => false,
        _ => around,
    }
}

/// Whether the HTML parser drops a line break behind the opening tag.
fn drops_line_break(name: &str) -> bool {
    matches!(name, "pre" | "textarea" | "listing")
}

/// Whether static text begins with a line break, which must be doubled.
fn begins_with_line_break(nodes: &[Node]) -> bool {
    match nodes.first() {
        Some(Node::Text(text)) => text.value.starts_with(['\n', '\r']),
        Some(Node::Fragment(fragment)) => begins_with_line_break(&fragment.children),
        _ => false,
    }
}

/// Whether nobody knows now what is printed first.
fn begins_at_run_time(nodes: &[Node]) -> bool {
    match nodes.first() {
        None | Some(Node::Text(_) | Node::Comment(_) | Node::Element(_) | Node::Doctype(_)) => {
            false
        }
        Some(Node::Fragment(fragment)) if !fragment.children.is_empty() => {
            begins_at_run_time(&fragment.children)
        }
        _ => true,
    }
}

/// The slot that a child goes into.
fn slot_of(child: &Node, component: &Component) -> (String, proc_macro2::Span) {
    let slot = match child {
        Node::Element(it) => &it.slot,
        Node::Component(it) => &it.slot,
        Node::Fragment(it) => &it.slot,
        Node::Slot(it) => &it.slot,
        _ => &None,
    };
    match slot {
        Some(name) => (name.value.clone(), name.start),
        None => (String::new(), component.span),
    }
}
