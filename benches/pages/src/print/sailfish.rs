//! sailfish: the template inline, components as templates that are nested.

use super::{Code, Printer, argument, borrowed, lent, type_name};
use crate::node::{Attribute, Component, Node, Page, VOID};

pub(super) struct Sailfish;

impl Printer for Sailfish {
    fn name(&self) -> &'static str {
        "sailfish"
    }

    fn head(&self) -> &'static str {
        "use sailfish::TemplateSimple;"
    }

    fn returns(&self) -> &'static str {
        "String"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        let fields = it
            .props
            .iter()
            .map(|(name, ty)| (name.as_str(), borrowed(ty)));
        template(&it.name, &fields.collect::<Vec<_>>(), &it.nodes, code);
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        let (name, ty) = &page.argument;
        let template_name = type_name(page);
        template(
            &template_name,
            &[(name, format!("&'a {ty}"))],
            &page.nodes,
            code,
        );
        code.line("");
        code.block(
            &format!("pub fn {}({}) -> String {{", page.name, argument(page)),
            "}",
            |code| {
                code.line(&format!(
                    "{template_name} {{ {name} }}.render_once().unwrap()"
                ));
            },
        );
    }
}

fn template(name: &str, fields: &[(&str, String)], markup: &[Node], code: &mut Code) {
    let mut source = String::new();
    nodes(markup, &mut source);
    code.line("#[derive(TemplateSimple)]");
    code.line(&format!("#[template(source = r##\"{source}\"##)]"));
    let borrows = fields.iter().any(|(_, ty)| ty.contains('&'));
    let lifetime = if borrows { "<'a>" } else { "" };
    code.block(&format!("struct {name}{lifetime} {{"), "}", |code| {
        for (name, ty) in fields {
            code.line(&format!("{name}: {ty},"));
        }
    });
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
        Node::Value(value) => *out += &format!("<%= {} %>", value.place),
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            *out += &format!("<{tag}");
            for (name, value) in attributes {
                *out += &match value {
                    Attribute::Text(text) => format!(" {name}={text:?}"),
                    Attribute::Value(value) => format!(" {name}=\"<%= {} %>\"", value.place),
                };
            }
            out.push('>');
            if !VOID.contains(&tag.as_str()) {
                nodes(children, out);
                *out += &format!("</{tag}>");
            }
        }
        Node::For { each, of, body } => {
            *out += &format!("<% for {each} in &{of} {{ %>");
            nodes(body, out);
            out.push_str("<% } %>");
        }
        Node::If { condition, body } => {
            *out += &format!("<% if {condition} {{ %>");
            nodes(body, out);
            out.push_str("<% } %>");
        }
        Node::Call { name, props } => {
            let props = props
                .iter()
                .map(|(name, ty, place)| format!("{name}: {}", lent(ty, place)));
            let props = props.collect::<Vec<_>>().join(", ");
            *out += &format!("<%+ {name} {{ {props} }} %>");
        }
    }
}
