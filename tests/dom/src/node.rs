//! The tree.

use std::fmt;

/// A node of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// The doctype, by its name.
    Doctype(String),
    /// A comment's text.
    Comment(String),
    /// Text, up to the next tag.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it belongs to.
    pub space: Space,
    /// Its name.
    pub name: String,
    /// Its attributes in order, names as they are written (`xlink:href`).
    pub attributes: Vec<(String, String)>,
    /// What it holds; of a `<template>`, its contents.
    pub children: Vec<Node>,
}

/// The language that an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML.
    MathMl,
    /// None of these.
    Other,
}

impl Node {
    /// Visits every element, parents first.
    pub fn each_element<'n>(&'n self, visit: &mut impl FnMut(&'n Element)) {
        if let Self::Element(element) = self {
            visit(element);
            element
                .children
                .iter()
                .for_each(|child| child.each_element(visit));
        }
    }

    fn outline(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = "  ".repeat(depth);
        match self {
            Self::Doctype(name) => writeln!(f, "{indent}<!DOCTYPE {name}>"),
            Self::Comment(text) => writeln!(f, "{indent}<!--{text}-->"),
            Self::Text(text) => writeln!(f, "{indent}\"{text}\""),
            Self::Element(element) => {
                let space = match element.space {
                    Space::Html => "",
                    Space::Svg => "svg ",
                    Space::MathMl => "math ",
                    Space::Other => "other ",
                };
                write!(f, "{indent}<{space}{}", element.name)?;
                for (name, value) in &element.attributes {
                    write!(f, " {name}=\"{value}\"")?;
                }
                writeln!(f, ">")?;
                element
                    .children
                    .iter()
                    .try_for_each(|child| child.outline(depth + 1, f))
            }
        }
    }
}

impl fmt::Display for Node {
    /// An outline, a line for each node.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outline(0, f)
    }
}
