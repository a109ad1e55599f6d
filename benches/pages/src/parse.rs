//! Reads the templates' notation: HTML with `{place}`, `{#number}`, `{for x in place}…{/for}`, `{if place}…{/if}`,
//! `{component Name(prop: Type)}…{/component}` and `<Name prop={place} />`.
//!
//! The templates are ours, so what it can't read is a panic that shows the place.

use crate::node::{Attribute, Component, Node, Page, VOID, Value};

/// Reads components, and one page: `{page name(argument: &Type)}…{/page}`.
pub fn file(text: &str) -> (Vec<Component>, Page) {
    let mut reader = Reader {
        rest: text,
        components: Vec::new(),
    };
    loop {
        reader.rest = reader.rest.trim_start();
        if reader.eat("{component ") {
            let (name, props) = reader.signature();
            let nodes = reader.nodes();
            reader.expect("{/component}");
            reader.components.push(Component { name, props, nodes });
        } else {
            reader.expect("{page ");
            let (name, mut arguments) = reader.signature();
            let (argument, ty) = arguments.remove(0);
            let nodes = reader.nodes();
            reader.expect("{/page}");
            let argument = (argument, ty.trim_start_matches('&').to_owned());
            return (
                reader.components,
                Page {
                    name,
                    argument,
                    nodes,
                },
            );
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
    components: Vec<Component>,
}

impl<'t> Reader<'t> {
    fn eat(&mut self, what: &str) -> bool {
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    #[track_caller]
    fn expect(&mut self, what: &str) {
        assert!(self.eat(what), "no `{what}` at: {:.60}", self.rest);
    }

    /// What stands in front of the next `end`, which is eaten.
    #[track_caller]
    fn until(&mut self, end: &str) -> &'t str {
        let (text, rest) = self
            .rest
            .split_once(end)
            .expect("the template ends too early");
        self.rest = rest;
        text
    }

    /// `Name(prop: Type, prop: Type)}`
    fn signature(&mut self) -> (String, Vec<(String, String)>) {
        let name = self.until("(").to_owned();
        let props = self.until(")}").split(", ").map(|prop| {
            let (name, ty) = prop.split_once(": ").expect("a prop has a type");
            (name.to_owned(), ty.to_owned())
        });
        (name, props.collect())
    }

    /// Up to an end tag, or the end of a block.
    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while !self.rest.starts_with("</") && !self.rest.starts_with("{/") {
            nodes.extend(self.node());
        }
        nodes
    }

    fn node(&mut self) -> Option<Node> {
        Some(if self.eat("<!DOCTYPE html>") {
            Node::Doctype
        } else if self.eat("<") {
            self.element()
        } else if self.eat("{for ") {
            let each = self.until(" in ").to_owned();
            let of = self.until("}").to_owned();
            let body = self.nodes();
            self.expect("{/for}");
            Node::For { each, of, body }
        } else if self.eat("{if ") {
            let condition = self.until("}").to_owned();
            let body = self.nodes();
            self.expect("{/if}");
            Node::If { condition, body }
        } else if self.eat("{") {
            Node::Value(self.value())
        } else {
            let end = self.rest.find(['<', '{']).expect("a page ends with a tag");
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            Node::Text(joined(text)?)
        })
    }

    fn value(&mut self) -> Value {
        let number = self.eat("#");
        Value {
            place: self.until("}").to_owned(),
            number,
        }
    }

    fn element(&mut self) -> Node {
        let tag = self.name();
        let mut attributes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.eat("/>") {
                return self.call(tag, &attributes);
            }
            if self.eat(">") {
                break;
            }
            let name = self.name();
            let value = if self.eat("=\"") {
                Attribute::Text(self.until("\"").to_owned())
            } else {
                self.expect("={");
                Attribute::Value(self.value())
            };
            attributes.push((name, value));
        }
        let mut children = Vec::new();
        if !VOID.contains(&tag.as_str()) {
            children = self.nodes();
            self.expect(&format!("</{tag}>"));
        }
        Node::Element {
            tag,
            attributes,
            children,
        }
    }

    fn call(&self, name: String, attributes: &[(String, Attribute)]) -> Node {
        let component = self
            .components
            .iter()
            .find(|component| component.name == name);
        let component = component.unwrap_or_else(|| panic!("no component `{name}`"));
        let props = component.props.iter().map(|(prop, ty)| {
            match attributes.iter().find(|(name, _)| name == prop) {
                Some((_, Attribute::Value(value))) => {
                    (prop.clone(), ty.clone(), value.place.clone())
                }
                _ => panic!("`{name}` without `{prop}`"),
            }
        });
        let props = props.collect();
        Node::Call { name, props }
    }

    fn name(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || "-:".contains(c)));
        let (name, rest) = self
            .rest
            .split_at(end.expect("the template ends too early"));
        self.rest = rest;
        name.to_owned()
    }
}

/// Text whose line breaks, with the blanks around them, are one space, and nothing beside a tag.
fn joined(text: &str) -> Option<String> {
    let lines = text.lines().count();
    let broken = |index: usize| (index > 0, index + 1 < lines || text.ends_with('\n'));
    let parts = text
        .lines()
        .enumerate()
        .map(|(index, line)| match broken(index) {
            (true, true) => line.trim(),
            (true, false) => line.trim_start(),
            (false, true) => line.trim_end(),
            (false, false) => line,
        });
    let text = parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    (!text.is_empty()).then_some(text)
}
