//! isle: markup as it stands in an `.astro` file.

use super::{Code, Printer, argument, arguments, lent};
use crate::node::{Attribute, Component, Node, Page, VOID};

pub(super) struct Isle;

impl Printer for Isle {
    fn name(&self) -> &'static str {
        "isle"
    }

    fn head(&self) -> &'static str {
        "use isle::prelude::*;"
    }

    fn returns(&self) -> &'static str {
        "Html"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        code.line("#[component]");
        code.block(
            &format!("fn {}({}) -> Html {{", it.name, arguments(it)),
            "}",
            |code| {
                code.block("html! {", "}", |code| nodes(&it.nodes, code));
            },
        );
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        code.block(
            &format!("pub fn {}({}) -> Html {{", page.name, argument(page)),
            "}",
            |code| {
                code.block("html! {", "}", |code| nodes(&page.nodes, code));
            },
        );
    }
}

/// Markup; elements that hold only text stay on one line, since a line break beside text may be a space.
pub(super) fn nodes(nodes: &[Node], code: &mut Code) {
    for it in nodes {
        node(it, code);
    }
}

fn node(node: &Node, code: &mut Code) {
    match node {
        Node::Doctype => code.line("<!DOCTYPE html>"),
        Node::Text(text) if bare(text) => code.add(text),
        Node::Text(text) => code.add(&format!("{text:?}")),
        Node::Value(value) => code.add(&format!("{{{}}}", value.place)),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            code.add(&format!("<{tag}"));
            for (name, value) in attributes {
                match value {
                    Attribute::Text(text) => code.add(&format!(" {name}={text:?}")),
                    Attribute::Value(value) => code.add(&format!(" {name}={{{}}}", value.place)),
                }
            }
            if VOID.contains(&tag.as_str()) {
                code.line(" />");
                return;
            }
            code.add(">");
            if children
                .iter()
                .any(|child| !matches!(child, Node::Text(_) | Node::Value(_)))
                && !children.iter().any(|child| matches!(child, Node::Text(_)))
            {
                code.rest(&format!("</{tag}>"), |code| nodes(children, code));
            } else {
                nodes(children, code);
                code.add(&format!("</{tag}>"));
            }
        }
        Node::For { each, of, body } => {
            code.block(&format!("{{for {each} in &{of} {{"), "}}", |code| {
                nodes(body, code)
            });
        }
        Node::If { condition, body } => {
            code.block(&format!("{{if {condition} {{"), "}}", |code| {
                nodes(body, code)
            });
        }
        Node::Call { name, props } => {
            code.add(&format!("<{name}"));
            for (name, ty, place) in props {
                code.add(&format!(" {name}={{{}}}", lent(ty, place)));
            }
            code.line(" />");
        }
    }
}

/// Whether Rust's lexer reads text as it stands.
fn bare(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphabetic() || b" ,.".contains(&byte))
}
