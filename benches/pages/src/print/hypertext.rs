//! hypertext, by its `rsx!`.

use super::{Code, Printer, argument, arguments, function, lent};
use crate::node::{Attribute, Component, Node, Page, VOID};

pub(super) struct Hypertext;

impl Printer for Hypertext {
    fn name(&self) -> &'static str {
        "hypertext"
    }

    fn head(&self) -> &'static str {
        "use hypertext::{Rendered, prelude::*};"
    }

    fn returns(&self) -> &'static str {
        "Rendered<String>"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        let open = format!(
            "fn {}({}) -> impl Renderable {{",
            function(&it.name),
            arguments(it)
        );
        code.block(&open, "}", |code| {
            code.block("rsx! {", "}", |code| nodes(&it.nodes, code));
        });
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        let open = format!(
            "pub fn {}({}) -> Rendered<String> {{",
            page.name,
            argument(page)
        );
        code.block(&open, "}", |code| {
            code.block("rsx! {", "}", |code| nodes(&page.nodes, code));
            code.line(".render()");
        });
    }
}

fn nodes(nodes: &[Node], code: &mut Code) {
    for it in nodes {
        node(it, code);
    }
}

fn node(node: &Node, code: &mut Code) {
    match node {
        Node::Doctype => code.line("<!DOCTYPE html>"),
        Node::Text(text) => code.line(&format!("{text:?}")),
        Node::Value(value) => code.line(&format!("({})", value.place)),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            let mut open = format!("<{tag}");
            for (name, value) in attributes {
                open += &match value {
                    Attribute::Text(text) => format!(" {name}={text:?}"),
                    Attribute::Value(value) => format!(" {name}=({})", value.place),
                };
            }
            open.push('>');
            if VOID.contains(&tag.as_str()) {
                code.line(&open);
            } else {
                code.block(&open, &format!("</{tag}>"), |code| nodes(children, code));
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
