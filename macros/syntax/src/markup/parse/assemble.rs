//! What a tag means: an element, a component, a fragment or a slot, out of its name and its attributes.

use proc_macro2::Span;

use super::attribute::Raw;
use super::open::Tag;
use super::tag::{Called, bare_component, rust_name};
use super::{Parser, Place};
use crate::diagnostic::Diagnostic;
use crate::markup::table;
use crate::markup::tree::{Attribute, Component, Element, Fragment, Name, Prop, Slot, Text, Value};

/// What an opening tag became.
pub(super) enum Made {
    /// An element without children and closing tag.
    Void(Element),
    /// `<script>` or `<style>`, whose content is no markup.
    Raw(Element),
    /// Anything else, with the place of its name.
    Tag(Tag, Span),
}

impl Parser {
    /// Makes a node, without its children, of what a tag holds.
    pub(super) fn assemble(&mut self, called: Called, attributes: Vec<Raw>, place: Place) -> Made {
        match called {
            Called::Component(_, name) if name.text == "Fragment" => {
                Made::Tag(Tag::Fragment(self.fragment(&name, attributes)), name.start)
            }
            Called::Component(path, name) => {
                let component = Component {
                    path,
                    ..bare_component(proc_macro2::TokenStream::new(), &name)
                };
                Made::Tag(
                    Tag::Component(self.component(component, attributes)),
                    name.start,
                )
            }
            Called::Element(name) if name.text == "slot" && !inline(&attributes) => {
                Made::Tag(Tag::Slot(self.slot(&name, attributes)), name.start)
            }
            Called::Element(name) => self.element(name, attributes, place),
        }
    }

    fn element(&mut self, name: Name, mut raw: Vec<Raw>, place: Place) -> Made {
        let slot = if place.component {
            self.take_slot(&mut raw)
        } else {
            None
        };
        let attributes = self.element_attributes(&name, raw);
        let span = name.start;
        let void = table::is_void(&name.text);
        let raw = matches!(name.text.as_str(), "script" | "style");
        let html = attributes
            .iter()
            .any(|attribute| matches!(attribute, Attribute::SetHtml(_) | Attribute::SetText(_)));
        let element = Element {
            name,
            attributes,
            children: Vec::new(),
            slot,
            void,
            close: None,
        };
        match (void, raw && !html) {
            (true, _) => Made::Void(element),
            (_, true) => Made::Raw(element),
            _ => Made::Tag(Tag::Element(element), span),
        }
    }

    /// Takes `slot="…"` out of the attributes of a component's child.
    fn take_slot(&mut self, attributes: &mut Vec<Raw>) -> Option<Text> {
        let at = attributes
            .iter()
            .position(|raw| matches!(raw, Raw::Named(name, _) if name.text == "slot"))?;
        let Raw::Named(name, value) = attributes.remove(at) else {
            return None;
        };
        self.slot_name(&name, value)
    }

    /// The name of a slot, which must be known at compile time.
    fn slot_name(&mut self, name: &Name, value: Value) -> Option<Text> {
        if let Value::Text(text) = value {
            return Some(text);
        }
        let mistake = Diagnostic::between(name.start, name.end, "a slot's name is a plain text");
        self.report(mistake.help(format!("write `{}=\"…\"`", name.text)));
        None
    }

    fn slot(&mut self, tag: &Name, attributes: Vec<Raw>) -> Slot {
        let mut slot = Slot {
            name: None,
            slot: None,
            fallback: Vec::new(),
            span: tag.start,
        };
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "name" => {
                    slot.name = self.slot_name(&name, value)
                }
                Raw::Named(name, value) if name.text == "slot" => {
                    slot.slot = self.slot_name(&name, value)
                }
                Raw::Named(Name { start, end, .. }, _) | Raw::Spread(_, start @ end) => {
                    let mistake =
                        Diagnostic::between(start, end, "a slot takes only `name` and `slot`");
                    self.report(
                        mistake.help(
                            "for the browser's own `<slot>` element write `<slot is:inline …>`",
                        ),
                    );
                }
            }
        }
        slot
    }

    fn fragment(&mut self, tag: &Name, attributes: Vec<Raw>) -> Fragment {
        let mut fragment = Fragment {
            slot: None,
            children: Vec::new(),
            span: tag.start,
        };
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "slot" => {
                    fragment.slot = self.slot_name(&name, value)
                }
                Raw::Named(Name { start, end, .. }, _) | Raw::Spread(_, start @ end) => {
                    let mistake = Diagnostic::between(
                        start,
                        end,
                        "a fragment prints no tag, so it takes only `slot`",
                    );
                    self.report(mistake.help("put it on an element"));
                }
            }
        }
        fragment
    }

    fn component(&mut self, mut component: Component, attributes: Vec<Raw>) -> Component {
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "slot" => {
                    component.slot = self.slot_name(&name, value)
                }
                Raw::Named(name, value) if name.text.starts_with("client:") => {
                    self.check_client(&name, &value);
                    component.directives.push((name, value));
                }
                Raw::Named(name, value) => {
                    component
                        .props
                        .extend(self.prop(&component.props, name, value))
                }
                Raw::Spread(_, span) => {
                    let mistake = Diagnostic::new(span, "a component takes its props one by one");
                    self.report(mistake.help("write `name={all.name}` for each, or `{name}`"));
                }
            }
        }
        component
    }

    fn prop(&mut self, others: &[Prop], name: Name, value: Value) -> Option<Prop> {
        let Some(ident) = rust_name(&name) else {
            let mistake = Diagnostic::between(
                name.start,
                name.end,
                format!("`{}` can't be a component's prop", name.text),
            );
            self.report(mistake.help(self.prop_help(&name.text)));
            return None;
        };
        if let Some(other) = others.iter().find(|other| other.name == ident) {
            let mistake = Diagnostic::between(
                other.name.span(),
                name.start,
                format!("`{}` is given twice", name.text),
            );
            self.report(mistake.help("remove one of them"));
            return None;
        }
        Some(Prop { name: ident, value })
    }

    fn prop_help(&self, name: &str) -> String {
        if name.contains(':') {
            return "directives such as this stand on elements; a component takes props, `slot` and `client:…`".to_owned();
        }
        let plain = name.replace(|char: char| !char.is_alphanumeric(), "_");
        format!(
            "a prop is an argument of the component's function, so its name is one of Rust, such as `{plain}`"
        )
    }
}

/// Whether a `<slot>` is meant for the browser.
fn inline(attributes: &[Raw]) -> bool {
    attributes
        .iter()
        .any(|raw| matches!(raw, Raw::Named(name, _) if name.text == "is:inline"))
}
