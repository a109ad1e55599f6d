//! maud.

use super::{Code, Printer, argument, arguments, function, lent};
use crate::node::{Attribute, Component, Node, Page, VOID};

pub(super) struct Maud;

impl Printer for Maud {
    fn name(&self) -> &'static str {
        "maud"
    }

    fn head(&self) -> &'static str {
        "use maud::{Markup, html};"
    }

    fn returns(&self) -> &'static str {
        "Markup"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        let open = format!("fn {}({}) -> Markup {{", function(&it.name), arguments(it));
        code.block(&open, "}", |code| {
            code.block("html! {", "}", |code| nodes(&it.nodes, code));
        });
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        code.block(
            &format!("pub fn {}({}) -> Markup {{", page.name, argument(page)),
            "}",
            |code| {
                code.block("html! {", "}", |code| nodes(&page.nodes, code));
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
        Node::Doctype => code.line("(maud::DOCTYPE)"),
        Node::Text(text) => code.line(&format!("{text:?}")),
        Node::Value(value) => code.line(&format!("({})", value.place)),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            let mut open = tag.clone();
            for (name, value) in attributes {
                open += &match value {
                    Attribute::Text(text) => format!(" {name}={text:?}"),
                    Attribute::Value(value) => format!(" {name}=({})", value.place),
                };
            }
            if VOID.contains(&tag.as_str()) {
                code.line(&(open + ";"));
            } else {
                code.block(&(open + " {"), "}", |code| nodes(children, code));
            }
        }
        Node::For { each, of, body } => {
            code.block(&format!("@for {each} in &{of} {{"), "}", |code| {
                nodes(body, code)
            });
        }
        Node::If { condition, body } => {
            code.block(&format!("@if {condition} {{"), "}", |code| {
                nodes(body, code)
            });
        }
        Node::Call { name, props } => {
            let props = props.iter().map(|(_, ty, place)| lent(ty, place));
            let props = props.collect::<Vec<_>>().join(", ");
            code.line(&format!("({}({props}))", function(name)));
        }
    }
}
