//! topcoat.

use super::{Code, Printer, argument, arguments, function, lent};
use crate::node::{Attribute, Component, Node, Page, VOID, Value};

pub(super) struct Topcoat;

impl Printer for Topcoat {
    fn name(&self) -> &'static str {
        "topcoat"
    }

    fn head(&self) -> &'static str {
        "use topcoat::{Result, view::{component, view}};"
    }

    fn returns(&self) -> &'static str {
        "Result"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        code.line("#[component]");
        let open = format!(
            "async fn {}({}) -> Result {{",
            function(&it.name),
            arguments(it)
        );
        code.block(&open, "}", |code| {
            code.block("view! {", "}", |code| nodes(&it.nodes, code));
        });
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        let open = format!(
            "pub async fn {}({}) -> Result {{",
            page.name,
            argument(page)
        );
        code.block(&open, "}", |code| {
            code.line("let cx = crate::engine::topcoat::cx();");
            code.block("view! { cx =>", "}", |code| nodes(&page.nodes, code));
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
        Node::Value(value) => code.line(&format!("({})", by_reference(value))),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            let mut open = format!("<{tag}");
            for (name, value) in attributes {
                open += &match value {
                    Attribute::Text(text) => format!(" {name}={text:?}"),
                    Attribute::Value(value) => format!(" {name}=({})", by_reference(value)),
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
            code.block(&format!("for {each} in &{of} {{"), "}", |code| {
                nodes(body, code)
            });
        }
        Node::If { condition, body } => {
            code.block(&format!("if {condition} {{"), "}", |code| nodes(body, code));
        }
        Node::Call { name, props } => {
            let props = props
                .iter()
                .map(|(name, ty, place)| format!("{name}: {}", lent(ty, place)));
            let props = props.collect::<Vec<_>>().join(", ");
            code.line(&format!("{}({props})", function(name)));
        }
    }
}

fn by_reference(value: &Value) -> String {
    let borrow = if value.number || !value.place.contains('.') {
        ""
    } else {
        "&"
    };
    format!("{borrow}{}", value.place)
}
