//! Looking at a whole template, whatever nests in what.

use isle_syntax::markup::tree::{Attribute, Code, Element, Node, Piece, Value};

/// What is looked for. Each method says whether to look further inside.
pub(crate) trait Visit {
    /// A node, before what it holds.
    fn node(&mut self, _node: &Node) -> bool {
        true
    }

    /// Rust code; inside is the markup that stands in it.
    fn code(&mut self, _code: &Code) -> bool {
        true
    }

    /// What runs any number of times: a loop's body, markup in a closure.
    fn repeated(&mut self, nodes: &[Node]) {
        self.nodes(nodes);
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            if self.node(node) {
                self.within(node);
            }
        }
    }

    fn within(&mut self, node: &Node) {
        match node {
            Node::Doctype(_) | Node::Comment(_) | Node::Text(_) => {}
            Node::Value(code) | Node::Statements(code) => self.pieces(code),
            Node::Element(element) => {
                self.attributes(element);
                self.nodes(&element.children);
            }
            Node::Component(component) => {
                for prop in &component.props {
                    if let Value::Code(code) = &prop.value {
                        self.pieces(code);
                    }
                }
                self.nodes(&component.children);
            }
            Node::Fragment(it) => self.nodes(&it.children),
            Node::Slot(it) => self.nodes(&it.fallback),
            Node::Block(nodes) => self.nodes(nodes),
            Node::If(it) => {
                for (condition, body) in &it.branches {
                    self.pieces(condition);
                    self.nodes(body);
                }
                self.nodes(it.otherwise.as_deref().unwrap_or_default());
            }
            Node::For(it) => {
                self.pieces(&it.iterator);
                self.repeated(&it.body);
            }
            Node::While(it) => {
                self.pieces(&it.condition);
                self.repeated(&it.body);
            }
            Node::Match(it) => {
                self.pieces(&it.subject);
                it.arms.iter().for_each(|(_, body)| self.nodes(body));
            }
        }
    }

    fn attributes(&mut self, element: &Element) {
        for attribute in &element.attributes {
            match attribute {
                Attribute::Plain {
                    value: Value::Code(code),
                    ..
                }
                | Attribute::Spread(code)
                | Attribute::SetHtml(code)
                | Attribute::SetText(code) => self.pieces(code),
                Attribute::Plain { .. } => {}
                Attribute::ClassList { items, .. } => {
                    items.iter().for_each(|item| self.pieces(item))
                }
                Attribute::Style { items, .. } => {
                    for (property, value) in items {
                        property.iter().for_each(|property| self.pieces(property));
                        self.pieces(value);
                    }
                }
            }
        }
    }

    fn pieces(&mut self, code: &Code) {
        if self.code(code) {
            for piece in &code.pieces {
                match piece {
                    Piece::Rust(_) => {}
                    Piece::Group { code, .. } => self.pieces(code),
                    Piece::Markup(nodes, _) => self.repeated(nodes),
                }
            }
        }
    }
}
