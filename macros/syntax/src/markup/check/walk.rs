//! Walking the tree with what is around each node, and with the ids that are taken on the way to it.

use super::ancestor::{Ancestor, Namespace};
use crate::diagnostic::Diagnostic;
use crate::markup::table::Facts;
use crate::markup::tree::{Attribute, Code, Element, Node, Piece, Text, Value};

/// What is known at a node.
pub(super) struct Walk<'t> {
    pub(super) mistakes: &'t mut Vec<Diagnostic>,
    /// The elements around, innermost last; a component may put anything between, so nothing is known beyond one.
    pub(super) around: Vec<Ancestor<'t>>,
    /// The id literals on the path so far.
    ids: Vec<&'t Text>,
    /// Whether what is printed here is printed in each turn of a loop.
    repeated: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn new(mistakes: &'t mut Vec<Diagnostic>) -> Self {
        Self {
            mistakes,
            around: Vec::new(),
            ids: Vec::new(),
            repeated: false,
        }
    }

    /// The nodes of a template.
    pub(super) fn template(&mut self, nodes: &'t [Node]) {
        let mut before = false;
        for node in nodes {
            if let Node::Doctype(span) = node
                && before
            {
                let mistake = Diagnostic::new(
                    *span,
                    "a browser reads the doctype only where the document begins",
                );
                self.mistakes
                    .push(mistake.help("write it before everything else"));
            } else if matches!(node, Node::Element(_) | Node::Text(_)) {
                before = true;
            }
        }
        self.nodes(nodes);
    }

    fn nodes(&mut self, nodes: &'t [Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &'t Node) {
        match node {
            Node::Element(element) => self.element(element),
            Node::Component(component) => {
                self.check_island(component);
                let values = component.props.iter().map(|prop| &prop.value);
                for value in values.chain(component.directives.iter().map(|(_, value)| value)) {
                    self.value(value);
                }
                self.within(Ancestor::unknown(), |walk| walk.nodes(&component.children));
            }
            Node::Slot(slot) => self.repeating(false, |walk| walk.nodes(&slot.fallback)),
            Node::Fragment(fragment) => self.nodes(&fragment.children),
            Node::Block(nodes) => self.nodes(nodes),
            Node::Value(code) | Node::Statements(code) => self.code(code),
            Node::If(node) => {
                for (condition, _) in &node.branches {
                    self.code(condition);
                }
                self.paths(
                    node.branches
                        .iter()
                        .map(|(_, body)| body)
                        .chain(&node.otherwise),
                );
            }
            Node::Match(node) => {
                self.code(&node.subject);
                self.paths(node.arms.iter().map(|(_, body)| body));
            }
            Node::For(node) => {
                self.code(&node.iterator);
                self.repeating(node.repeats, |walk| walk.nodes(&node.body));
            }
            Node::While(node) => {
                self.code(&node.condition);
                self.repeating(true, |walk| walk.nodes(&node.body));
            }
            Node::Text(text) => self.text(text),
            Node::Doctype(span) if self.around.iter().any(|ancestor| ancestor.is_known()) => {
                let mistake = Diagnostic::new(
                    *span,
                    "a browser reads the doctype only where the document begins",
                );
                self.mistakes
                    .push(mistake.help("write it before everything else"));
            }
            Node::Doctype(_) | Node::Comment(_) => {}
        }
    }

    /// Bodies of which one is taken: what each prints meets what follows, but not what the others print.
    fn paths(&mut self, bodies: impl Iterator<Item = &'t Vec<Node>>) {
        let before = self.ids.len();
        let mut printed = Vec::new();
        for body in bodies {
            // Which turns of a loop take it is not known: perhaps one does.
            self.repeating(false, |walk| walk.nodes(body));
            printed.extend(self.ids.drain(before..));
        }
        self.ids.append(&mut printed);
    }

    /// Walks what is printed in each turn of a loop, or what may not be.
    fn repeating(&mut self, repeated: bool, walk: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.repeated, repeated);
        walk(self);
        self.repeated = before;
    }

    fn within(&mut self, ancestor: Ancestor<'t>, walk: impl FnOnce(&mut Self)) {
        self.around.push(ancestor);
        walk(self);
        self.around.pop();
    }

    fn element(&mut self, element: &'t Element) {
        let facts = Facts::of(&element.name.text);
        let parent = self.around.last().filter(|parent| parent.is_known());
        let namespace = Namespace::of(&element.name.text, facts.kind, parent);
        self.check_element(element, &facts, namespace);
        self.check_nesting(element, &facts, namespace);
        for attribute in &element.attributes {
            self.attribute(attribute);
        }
        let ancestor = Ancestor::known(element, namespace);
        self.within(ancestor, |walk| match element.name.text.as_str() {
            "template" if namespace == Namespace::Html => {
                let content = Ancestor::of_template(&element.children);
                walk.within(content, |walk| walk.nodes(&element.children));
            }
            _ => walk.nodes(&element.children),
        });
    }

    fn attribute(&mut self, attribute: &'t Attribute) {
        match attribute {
            Attribute::Plain { name, value, .. } => {
                if let (true, Value::Text(id)) = (name.text == "id", value) {
                    self.id(id);
                }
                self.value(value);
            }
            Attribute::Spread(code) | Attribute::SetHtml(code) | Attribute::SetText(code) => {
                self.code(code)
            }
            Attribute::ClassList { items, .. } => items.iter().for_each(|item| self.code(item)),
            Attribute::Style { items, .. } => {
                for (property, value) in items {
                    property.iter().for_each(|property| self.code(property));
                    self.code(value);
                }
            }
        }
    }

    fn id(&mut self, id: &'t Text) {
        if self.ids.iter().any(|first| first.value == id.value) {
            let message = format!(
                "the id `{}` is given twice, and a page may have it once",
                id.value
            );
            let mistake = Diagnostic::between(id.start, id.end, message);
            self.mistakes
                .push(mistake.help("give each element an id of its own, or use `class`"));
            return;
        }
        if self.repeated {
            let message = format!(
                "each turn of the loop prints the id `{}`, and a page may have it once",
                id.value
            );
            let mistake = Diagnostic::between(id.start, id.end, message);
            self.mistakes.push(mistake.help(format!(
                "make it another in each turn, `id={{format!(\"{}-{{number}}\")}}`, or use `class`",
                id.value
            )));
        }
        self.ids.push(id);
    }

    fn value(&mut self, value: &'t Value) {
        if let Value::Code(code) = value {
            self.code(code);
        }
    }

    /// Markup in code: where it is printed is not known, nor how often.
    fn code(&mut self, code: &'t Code) {
        for piece in &code.pieces {
            match piece {
                Piece::Rust(_) => {}
                Piece::Group { code, .. } => self.code(code),
                Piece::Markup(nodes, _) => {
                    let ids = std::mem::take(&mut self.ids);
                    self.repeating(false, |walk| {
                        walk.within(Ancestor::unknown(), |walk| walk.nodes(nodes))
                    });
                    self.ids = ids;
                }
            }
        }
    }
}
