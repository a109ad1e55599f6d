//! A document as a browser reads it, so that pages can be compared whose bytes differ.

use std::fmt::Write as _;

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The tree of a document, a node a line.
pub fn tree(html: &[u8]) -> String {
    let dom = html5ever::parse_document(RcDom::default(), Default::default())
        .from_utf8()
        .one(html);
    let mut lines = String::new();
    write(&dom.document, 0, &mut lines);
    lines
}

fn write(node: &Handle, depth: usize, lines: &mut String) {
    let indent = "  ".repeat(depth);
    let _ = match &node.data {
        NodeData::Document => Ok(()),
        NodeData::Doctype { name, .. } => writeln!(lines, "{indent}<!DOCTYPE {name}>"),
        NodeData::Text { contents } => writeln!(lines, "{indent}{:?}", &**contents.borrow()),
        NodeData::Comment { contents } => writeln!(lines, "{indent}<!-- {:?}", &**contents),
        NodeData::ProcessingInstruction { .. } => Ok(()),
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let mut attributes = attributes
                .iter()
                .map(|it| format!(" {}={:?}", it.name.local, &*it.value))
                .collect::<Vec<_>>();
            attributes.sort();
            writeln!(lines, "{indent}<{}{}", name.local, attributes.concat())
        }
    };
    for child in node.children.borrow().iter() {
        write(child, depth + 1, lines);
    }
}
