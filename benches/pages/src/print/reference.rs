//! The reference: what one would write by hand at the limit, a block of straight-line stores at a time.

use super::{Code, Printer, argument, arguments, function, lent};
use crate::node::{Attribute, Component, Node, Page, VOID, Value};

pub(super) struct Reference;

impl Printer for Reference {
    fn name(&self) -> &'static str {
        "reference"
    }

    fn head(&self) -> &'static str {
        "use crate::reference::{Capacity, Cur, Out, number, text};"
    }

    fn returns(&self) -> &'static str {
        "Vec<u8>"
    }

    fn component(&self, it: &Component, code: &mut Code) {
        let name = function(&it.name);
        let open = format!(
            "unsafe fn {name}(out: &mut Out, mut c: Cur, {}) -> Cur {{",
            arguments(it)
        );
        code.block(&open, "}", |code| {
            code.block("unsafe {", "}", |code| {
                straight(&it.nodes, code);
                code.line("c");
            });
        });
    }

    fn page(&self, page: &Page, _: &[Component], code: &mut Code) {
        let open = format!("pub fn {}({}) -> Vec<u8> {{", page.name, argument(page));
        code.block(&open, "}", |code| {
            code.line("static CAPACITY: Capacity = Capacity::new();");
            code.line("let (mut out, mut c) = Out::new(&CAPACITY);");
            code.line("let out = &mut out;");
            code.line("// SAFETY: every store is in the room that was made for its block.");
            code.block("unsafe {", "}", |code| {
                straight(&page.nodes, code);
                code.line("out.finish(c, &CAPACITY)");
            });
        });
    }
}

/// Markup as blocks, each of which makes room once, and ends with a string.
fn straight(nodes: &[Node], code: &mut Code) {
    let mut block = Block::default();
    block.nodes(nodes, code);
    block.flush(code);
}

#[derive(Default)]
struct Block {
    steps: Vec<Step>,
}

enum Step {
    Raw(String),
    Number(String),
}

impl Block {
    fn nodes(&mut self, nodes: &[Node], code: &mut Code) {
        for node in nodes {
            self.node(node, code);
        }
    }

    fn node(&mut self, node: &Node, code: &mut Code) {
        match node {
            Node::Doctype => self.raw("<!DOCTYPE html>"),
            Node::Text(text) => self.raw(text),
            Node::Value(value) => self.value(value, code),
            Node::Element {
                tag,
                attributes,
                children,
            } => {
                self.raw(&format!("<{tag}"));
                for (name, value) in attributes {
                    match value {
                        Attribute::Text(text) => self.raw(&format!(" {name}={text:?}")),
                        Attribute::Value(value) => {
                            self.raw(&format!(" {name}=\""));
                            self.value(value, code);
                            self.raw("\"");
                        }
                    }
                }
                self.raw(">");
                if !VOID.contains(&tag.as_str()) {
                    self.nodes(children, code);
                    self.raw(&format!("</{tag}>"));
                }
            }
            Node::For { each, of, body } => {
                self.flush(code);
                code.block(&format!("for {each} in &{of} {{"), "}", |code| {
                    straight(body, code)
                });
            }
            Node::If { condition, body } => {
                self.flush(code);
                code.block(&format!("if {condition} {{"), "}", |code| {
                    straight(body, code)
                });
            }
            Node::Call { name, props } => {
                self.flush(code);
                let props = props.iter().map(|(_, ty, place)| lent(ty, place));
                let props = props.collect::<Vec<_>>().join(", ");
                code.line(&format!("c = {}(out, c, {props});", function(name)));
            }
        }
    }

    fn raw(&mut self, text: &str) {
        match self.steps.last_mut() {
            Some(Step::Raw(last)) => last.push_str(text),
            _ => self.steps.push(Step::Raw(text.to_owned())),
        }
    }

    fn value(&mut self, value: &Value, code: &mut Code) {
        let place = &value.place;
        if value.number {
            self.steps.push(Step::Number(place.clone()));
        } else {
            self.steps(&format!(" + {place}.len()"), code);
            code.line(&format!("c = text(out, c, &*{place});"));
        }
    }

    fn flush(&mut self, code: &mut Code) {
        if !self.steps.is_empty() {
            self.steps("", code);
        }
    }

    /// The block's steps, in the room that they and `more` need.
    fn steps(&mut self, more: &str, code: &mut Code) {
        let room: usize = self.steps.iter().map(Step::room).sum();
        code.line(&format!("c = out.room(c, {room}{more});"));
        for step in self.steps.drain(..) {
            code.line(&match step {
                Step::Raw(text) => format!("c = c.raw(b{text:?});"),
                Step::Number(place) => format!("c = number(c, u64::from({place}));"),
            });
        }
    }
}

impl Step {
    fn room(&self) -> usize {
        match self {
            Self::Raw(text) => text.len(),
            Self::Number(_) => 20,
        }
    }
}
