//! vy.

use super::{Code, Printer, argument, arguments, function, lent};
use crate::node::{Attribute, Component, Node, Page, Value};

pub(super) struct Vy;

impl Printer for Vy {
    fn name(&self) -> &'static str {
        "vy"
    }

    fn head(&self) -> &'static str {
        "use vy::prelude::*;"
    }

    fn returns(&self) -> &'static str {
        "String"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        let open = format!(
            "fn {}({}) -> impl IntoHtml {{",
            function(&it.name),
            arguments(it)
        );
        code.block(&open, "}", |code| {
            code.block("(", ")", |code| nodes(&it.nodes, code));
        });
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        code.block(
            &format!("pub fn {}({}) -> String {{", page.name, argument(page)),
            "}",
            |code| {
                code.block("(", ")", |code| nodes(&page.nodes, code));
                code.line(".into_string()");
            },
        );
    }
}

fn nodes(nodes: &[Node], code: &mut Code) {
    for it in nodes {
        node(it, code);
    }
}

fn node(node: &Node, code: &mut Code) {
    match node {
        Node::Doctype => code.line("DOCTYPE,"),
        Node::Text(text) => code.line(&format!("{text:?},")),
        Node::Value(value) => code.line(&format!("{},", by_value(value))),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            let mut open = format!("{tag}!(");
            for (name, value) in attributes {
                open += &match value {
                    Attribute::Text(text) => format!("{name:?} = {text:?}, "),
                    Attribute::Value(value) => format!("{name:?} = {}, ", by_value(value)),
                };
            }
            let (open, close) = if parts(node) > MOST {
                (format!("({open}"), ")),")
            } else {
                (open, "),")
            };
            code.block(open.trim_end(), close, |code| nodes(children, code));
        }
        Node::For { each, of, body } => {
            code.block(&format!("{of}.iter().map(|{each}| ("), ")),", |code| {
                nodes(body, code)
            });
        }
        Node::If { condition, body } => {
            code.block(&format!("{condition}.then(|| ("), ")),", |code| {
                nodes(body, code)
            });
        }
        Node::Call { name, props } => {
            let props = props.iter().map(|(_, ty, place)| lent(ty, place));
            let props = props.collect::<Vec<_>>().join(", ");
            code.line(&format!("{}({props}),", function(name)));
        }
    }
}

/// An element with more parts stands in parentheses, and so is a value of its own.
const MOST: usize = 8;

/// How many parts markup comes to: vy makes a tuple of them, which holds at most 26.
fn parts(node: &Node) -> usize {
    match node {
        Node::Element {
            attributes,
            children,
            ..
        } => {
            let values = attributes
                .iter()
                .filter(|(_, value)| matches!(value, Attribute::Value(_)));
            let children = children
                .iter()
                .map(parts)
                .map(|parts| if parts > MOST { 2 } else { parts });
            values.count() * 2 + children.sum::<usize>()
        }
        Node::Doctype | Node::Text(_) => 0,
        Node::Value(_) | Node::For { .. } | Node::If { .. } | Node::Call { .. } => 2,
    }
}

fn by_value(value: &Value) -> String {
    let borrow = if value.number { "" } else { "&*" };
    format!("{borrow}{}", value.place)
}
