//! Writes a page down as Astro's files. Its values come as JSON, under the names that they have in Rust.

use crate::node::{Attribute, Component, Node, Page, VOID, Value};

/// A file for each component, `Card.astro` for example, and one for the page, which takes its value as a prop.
pub fn files(components: &[Component], page: &Page) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = components
        .iter()
        .map(|it| {
            let props = it.props.iter().map(|(name, _)| name.as_str());
            file(&it.name, props.collect(), components, &it.nodes)
        })
        .collect();
    let name = page.name[..1].to_uppercase() + &page.name[1..];
    files.push(file(&name, vec![&page.argument.0], components, &page.nodes));
    files
}

fn file(
    name: &str,
    props: Vec<&str>,
    components: &[Component],
    nodes: &[Node],
) -> (String, String) {
    let mut markup = String::new();
    print(nodes, &mut markup);
    let mut text = String::from("---\n");
    for it in components {
        if markup.contains(&format!("<{} ", it.name)) {
            text += &format!("import {0} from \"./{0}.astro\";\n", it.name);
        }
    }
    text += &format!(
        "const {{ {} }} = Astro.props;\n---\n{markup}\n",
        props.join(", ")
    );
    (format!("{name}.astro"), text)
}

/// On one line, since a line break beside an element would be a space.
fn print(nodes: &[Node], text: &mut String) {
    for node in nodes {
        match node {
            Node::Doctype => *text += "<!DOCTYPE html>",
            Node::Text(it) => *text += it,
            Node::Value(Value { place, .. }) => *text += &format!("{{{place}}}"),
            Node::Element {
                tag,
                attributes,
                children,
            } => {
                *text += &format!("<{tag}");
                for (name, value) in attributes {
                    *text += &match value {
                        Attribute::Text(it) => format!(" {name}={it:?}"),
                        Attribute::Value(it) => format!(" {name}={{{}}}", it.place),
                    };
                }
                text.push('>');
                if !VOID.contains(&tag.as_str()) {
                    print(children, text);
                    *text += &format!("</{tag}>");
                }
            }
            Node::For { each, of, body } => {
                *text += &format!("{{{of}.map(({each}) => (");
                print(body, text);
                *text += "))}";
            }
            Node::If { condition, body } => {
                *text += &format!("{{{condition} && (");
                print(body, text);
                *text += ")}";
            }
            Node::Call { name, props } => {
                *text += &format!("<{name}");
                for (name, _, place) in props {
                    *text += &format!(" {name}={{{place}}}");
                }
                *text += " />";
            }
        }
    }
}
