//! askama: the template inline, components as its macros.

use super::{Code, Printer, argument, function, type_name};
use crate::node::{Attribute, Component, Node, Page, VOID};

pub(super) struct Askama;

impl Printer for Askama {
    fn name(&self) -> &'static str {
        "askama"
    }

    fn head(&self) -> &'static str {
        "use askama::Template;"
    }

    fn returns(&self) -> &'static str {
        "String"
    }

    /// Nothing: macros stand in the template that calls them.
    fn component(&self, _: &Component, _: &mut Code) {}

    fn page(&self, page: &Page, components: &[Component], code: &mut Code) {
        let (name, ty) = &page.argument;
        let template = type_name(page);
        let mut source = String::new();
        for it in components {
            let props = it
                .props
                .iter()
                .map(|(name, _)| name.as_str())
                .collect::<Vec<_>>();
            source += &format!("{{% macro {}({}) %}}", function(&it.name), props.join(", "));
            nodes(&it.nodes, &mut source);
            source += "{% endmacro %}";
        }
        nodes(&page.nodes, &mut source);
        code.line("#[derive(Template)]");
        code.line(&format!(
            "#[template(ext = \"html\", source = r##\"{source}\"##)]"
        ));
        code.block(&format!("struct {template}<'a> {{"), "}", |code| {
            code.line(&format!("{name}: &'a {ty},"));
        });
        code.line("");
        code.block(
            &format!("pub fn {}({}) -> String {{", page.name, argument(page)),
            "}",
            |code| {
                code.line(&format!("{template} {{ {name} }}.render().unwrap()"));
            },
        );
    }
}

fn nodes(nodes: &[Node], out: &mut String) {
    for it in nodes {
        node(it, out);
    }
}

fn node(node: &Node, out: &mut String) {
    match node {
        Node::Doctype => out.push_str("<!DOCTYPE html>"),
        Node::Text(text) => out.push_str(text),
        Node::Value(value) => *out += &format!("{{{{ {} }}}}", value.place),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            *out += &format!("<{tag}");
            for (name, value) in attributes {
                *out += &match value {
                    Attribute::Text(text) => format!(" {name}={text:?}"),
                    Attribute::Value(value) => format!(" {name}=\"{{{{ {} }}}}\"", value.place),
                };
            }
            out.push('>');
            if !VOID.contains(&tag.as_str()) {
                nodes(children, out);
                *out += &format!("</{tag}>");
            }
        }
        Node::For { each, of, body } => {
            *out += &format!("{{% for {each} in {of} %}}");
            nodes(body, out);
            out.push_str("{% endfor %}");
        }
        Node::If { condition, body } => {
            *out += &format!("{{% if {condition} %}}");
            nodes(body, out);
            out.push_str("{% endif %}");
        }
        Node::Call { name, props } => {
            let props = props
                .iter()
                .map(|(_, _, place)| place.as_str())
                .collect::<Vec<_>>();
            *out += &format!(
                "{{% call {}({}) %}}{{% endcall %}}",
                function(name),
                props.join(", ")
            );
        }
    }
}
