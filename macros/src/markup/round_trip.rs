//! Static markup, round: a tree is written as a template, printed as `html!` prints it, and parsed by html5ever. Where
//! the template is accepted, that gives the tree back.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use isle_dom::{Element, Node, Space, difference, document, parse_without_scripts};
use isle_syntax::markup;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::lower;
use super::operation::Operation;
use crate::error::Errors;

/// What stands where, likely enough to be accepted.
const FLOW: &str = "div p section h1 ul ol dl table form details pre blockquote span b i a em code button label \
    input img br hr textarea select svg math ruby noscript template script style my-element video object picture";
const PHRASING: &str =
    "span b i em code kbd input img br textarea select svg math script my-element label";
const SVG: &str = "g path text circle foreignObject title desc a linearGradient style script use";
const MATH: &str = "mi mo mn mtext mrow mfrac msup";

fn pool(parent: &str, foreign: Option<Space>) -> &'static str {
    match (parent, foreign) {
        ("ul" | "ol", _) => "li",
        ("dl", _) => "dt dd",
        ("table", _) => "caption colgroup thead tbody tfoot",
        ("thead" | "tbody" | "tfoot", _) => "tr",
        ("tr", _) => "td th",
        ("colgroup", _) => "col",
        ("select", _) => "option optgroup hr",
        ("optgroup", _) => "option",
        ("ruby", _) => "rt rp span",
        ("video", _) => "source track p",
        ("picture", _) => "source img",
        ("mi" | "mo" | "mn" | "mtext", _) => "span b img",
        (_, Some(Space::Svg)) => SVG,
        (_, Some(Space::MathMl)) => MATH,
        (
            "p" | "h1" | "span" | "b" | "i" | "em" | "code" | "button" | "label" | "pre"
            | "noscript",
            _,
        ) => PHRASING,
        _ => FLOW,
    }
}

const TEXTS: [&str; 14] = [
    "x",
    "a b",
    " ",
    "\n",
    "\nx",
    "\r\nx",
    "& < > \" '",
    "&amp",
    "</p>",
    "<b>",
    "{x}",
    "é 𝄞",
    "a\0b",
    "<!-- -->",
];
const CODE: [&str; 3] = ["a < b && c > \"d\" // </b>", "'&amp;' + x", "\n  p { }\n"];
const NAMES: [&str; 6] = ["title", "class", "lang", "data-x", "aria-label", "slot-x"];

/// The tree that a row of numbers stands for.
struct Choices<'c>(std::slice::Iter<'c, u8>);

impl Choices<'_> {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0.next().map_or(0, |byte| usize::from(*byte) % end)
    }

    fn nodes(&mut self, parent: &str, foreign: Option<Space>, depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        for _ in 0..self.below(4) {
            nodes.push(match self.below(6) {
                0 | 1 => Node::Text(TEXTS[self.below(TEXTS.len())].to_owned()),
                2 => Node::Comment(" a b ".to_owned()),
                _ if depth > 5 => continue,
                _ => self.element(parent, foreign, depth),
            });
        }
        nodes
    }

    fn element(&mut self, parent: &str, foreign: Option<Space>, depth: usize) -> Node {
        let names: Vec<&str> = pool(parent, foreign).split_whitespace().collect();
        let name = names[self.below(names.len())];
        let space = match name {
            "svg" => Space::Svg,
            "math" => Space::MathMl,
            _ => foreign.unwrap_or(Space::Html),
        };
        let inside = match name {
            "foreignObject" | "desc" | "title" | "mi" | "mo" | "mn" | "mtext" => None,
            _ => Some(space).filter(|space| *space != Space::Html),
        };
        let mut attributes: Vec<(String, String)> = Vec::new();
        for at in self.below(4)..3 {
            let value = TEXTS[self.below(TEXTS.len())];
            attributes.push((NAMES[at + self.below(4)].to_owned(), value.to_owned()));
        }
        attributes.dedup_by(|a, b| a.0 == b.0);
        let children = match name {
            "script" | "style" => vec![Node::Text(
                CODE[self.below(if inside.is_some() { 1 } else { 3 })].to_owned(),
            )],
            "textarea" => vec![Node::Text(TEXTS[self.below(TEXTS.len())].to_owned())],
            "br" | "hr" | "img" | "input" | "col" | "source" | "track" => Vec::new(),
            _ => self.nodes(name, inside, depth + 1),
        };
        Node::Element(Element {
            space,
            name: name.to_owned(),
            attributes,
            children,
        })
    }
}

/// The tree as an author writes it.
fn source(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(&format!("{text:?}")),
            Node::Comment(text) => out.push_str(&format!("<!--{text}-->")),
            Node::Doctype(_) => out.push_str("<!DOCTYPE html>"),
            Node::Element(element) => {
                out.push_str(&format!("<{}", element.name));
                for (name, value) in &element.attributes {
                    out.push_str(&format!(" {name}={value:?}"));
                }
                let void = ["br", "hr", "img", "input", "col", "source", "track"];
                if void.contains(&element.name.as_str()) {
                    out.push_str(" />");
                } else {
                    out.push('>');
                    source(&element.children, out);
                    out.push_str(&format!("</{}>", element.name));
                }
            }
        }
    }
}

/// The tree as the parser reads text: line breaks made one, neighbours joined, NUL made U+FFFD.
fn read(nodes: Vec<Node>) -> Vec<Node> {
    let text = |text: &str| text.replace("\r\n", "\n").replace('\0', "\u{fffd}");
    let mut out: Vec<Node> = Vec::new();
    for node in nodes {
        match (node, out.last_mut()) {
            (Node::Text(new), Some(Node::Text(before))) => before.push_str(&text(&new)),
            (Node::Text(new), _) => out.push(Node::Text(text(&new))),
            (Node::Element(element), _) => out.push(Node::Element(Element {
                attributes: element
                    .attributes
                    .into_iter()
                    .map(|(name, value)| (name, text(&value)))
                    .collect(),
                children: read(element.children),
                ..element
            })),
            (other, _) => out.push(other),
        }
    }
    out
}

/// What `html!` prints of a template without values, if the template is accepted.
fn printed(source: &str) -> Option<String> {
    let (template, mistakes) = markup::parse(source.parse().expect("tokens"), None);
    if !mistakes.is_empty() {
        return None;
    }
    let operations = lower::lower(&template.nodes, &mut Errors::default());
    Some(
        operations
            .iter()
            .fold(String::new(), |out, operation| match operation {
                Operation::Raw(text) => out + text,
                _ => panic!("something in {source} is not static"),
            }),
    )
}

#[test]
fn a_static_tree_comes_back() {
    let (accepted, elements) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut runner = TestRunner::new(Config {
        cases: 4000,
        failure_persistence: None,
        ..Config::default()
    });
    let bytes = prop::collection::vec(any::<u8>(), 4..120);
    let result = runner.run(&bytes, |bytes| {
        let mut choices = Choices(bytes.iter());
        let mut tree = Vec::new();
        while choices.0.len() > 0 {
            tree.extend(choices.nodes("div", None, 0));
        }
        let mut template = String::new();
        source(&tree, &mut template);
        if let Some(html) = printed(&template) {
            accepted.fetch_add(1, Relaxed);
            tree.iter().for_each(|node| {
                node.each_element(&mut |_| {
                    elements.fetch_add(1, Relaxed);
                })
            });
            // Blanks at the very beginning of a body would be moved before it.
            let found = parse_without_scripts(&format!(
                "<!DOCTYPE html><html><head></head><body><hr>{html}</body></html>"
            ));
            let hr = Element {
                space: Space::Html,
                name: "hr".to_owned(),
                attributes: Vec::new(),
                children: Vec::new(),
            };
            let expected = document(
                std::iter::once(Node::Element(hr))
                    .chain(read(tree))
                    .collect(),
            );
            prop_assert_eq!(
                difference(&expected, &found),
                None,
                "{} printed {}",
                template,
                html
            );
        }
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
    let (accepted, elements) = (accepted.into_inner(), elements.into_inner());
    eprintln!("round trip: {accepted} of 4000 trees accepted, with {elements} elements");
    assert!(
        accepted > 500 && elements > 2000,
        "{accepted} trees, {elements} elements"
    );
}
