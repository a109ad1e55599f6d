//! What a tag means: an element, a component, a fragment or a slot, out of its name and its attributes.

use proc_macro2::Span;

use super::attribute::Raw;
use super::open::Tag;
use super::tag::{Called, rust_name};
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
        let (tag, span) = match called {
            Called::Component(_, name) if name.text == "Fragment" => {
                let slot = self.fragment_slot(attributes, place);
                let (children, span) = (Vec::new(), name.start);
                (
                    Tag::Fragment(Fragment {
                        slot,
                        children,
                        span,
                    }),
                    span,
                )
            }
            Called::Component(path, name) => {
                let component = Component {
                    path,
                    span: name.end,
                    props: Vec::with_capacity(attributes.len()),
                    mistaken: false,
                    children: Vec::new(),
                    slot: None,
                    directives: Vec::new(),
                    close: None,
                };
                let component = self.component(component, attributes, place);
                (Tag::Component(component), name.start)
            }
            Called::Element(name) if name.text == "slot" && !inline(&attributes) => {
                let span = name.start;
                (Tag::Slot(self.slot(span, attributes, place)), span)
            }
            Called::Element(name) => return self.element(name, attributes, place),
        };
        Made::Tag(tag, span)
    }

    fn element(&mut self, name: Name, mut raw: Vec<Raw>, place: Place) -> Made {
        let mut slot = None;
        if place.component
            && let Some(at) = raw.iter().position(is_slot)
            && let Raw::Named(name, value) = raw.remove(at)
        {
            slot = self.slot_name(&name, value);
        }
        let attributes = self.element_attributes(&name, raw);
        let is_set = |it: &Attribute| matches!(it, Attribute::SetHtml(_) | Attribute::SetText(_));
        let raw =
            matches!(name.text.as_str(), "script" | "style") && !attributes.iter().any(is_set);
        let (span, void) = (name.start, table::is_void(&name.text));
        let (children, close) = (Vec::new(), None);
        let element = Element {
            name,
            attributes,
            children,
            slot,
            void,
            close,
        };
        match (void, raw) {
            (true, _) => Made::Void(element),
            (_, true) => Made::Raw(element),
            _ => Made::Tag(Tag::Element(element), span),
        }
    }

    /// The name of a slot, which must be known at compile time.
    fn slot_name(&mut self, name: &Name, value: Value) -> Option<Text> {
        if let Value::Text(text) = value {
            return Some(text);
        }
        let mistake = name.mistake("a slot's name is a plain text");
        self.report(mistake.help(format!("write `{}=\"…\"`", name.text)));
        None
    }

    /// The slot of the component around that something goes into.
    fn goes_into(&mut self, name: &Name, value: Value, place: Place) -> Option<Text> {
        if !place.component {
            let mistake =
                name.mistake("`slot` names a slot of the component around: there is none");
            self.report(mistake.help("put this directly into the component, or remove `slot`"));
            return None;
        }
        self.slot_name(name, value)
    }

    fn slot(&mut self, span: Span, attributes: Vec<Raw>, place: Place) -> Slot {
        let mut slot = Slot {
            name: None,
            slot: None,
            fallback: Vec::new(),
            span,
        };
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "name" => {
                    slot.name = self.slot_name(&name, value);
                }
                Raw::Named(name, value) if name.text == "slot" => {
                    slot.slot = self.goes_into(&name, value, place);
                }
                Raw::Mistaken(_) => {}
                raw => {
                    let mistake = raw.mistake("a slot takes only `name` and `slot`");
                    let help = "for the browser's own `<slot>` write `<slot is:inline …>`";
                    self.report(mistake.help(help));
                }
            }
        }
        slot
    }

    fn fragment_slot(&mut self, attributes: Vec<Raw>, place: Place) -> Option<Text> {
        let mut slot = None;
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "slot" => {
                    slot = self.goes_into(&name, value, place);
                }
                Raw::Mistaken(_) => {}
                raw => {
                    let mistake = raw.mistake("a fragment prints no tag, so it takes only `slot`");
                    self.report(mistake.help("put it on an element"));
                }
            }
        }
        slot
    }

    fn component(
        &mut self,
        mut component: Component,
        attributes: Vec<Raw>,
        place: Place,
    ) -> Component {
        for raw in attributes {
            match raw {
                Raw::Named(name, value) if name.text == "slot" => {
                    component.slot = self.goes_into(&name, value, place);
                }
                Raw::Named(name, value) if name.text.starts_with("client:") => {
                    if self.check_client(&component.directives, &name, &value) {
                        component.directives.push((name, value));
                    }
                }
                Raw::Named(name, value) => {
                    let prop = self.prop(&component.props, name, value);
                    component.mistaken |= prop.is_none();
                    component.props.extend(prop);
                }
                Raw::Mistaken(_) => component.mistaken = true,
                Raw::Spread(_, span) => {
                    let mistake = Diagnostic::new(span, "a component takes its props one by one");
                    self.report(mistake.help("write `name={all.name}` for each, or `{name}`"));
                    component.mistaken = true;
                }
            }
        }
        component
    }

    fn prop(&mut self, others: &[Prop], name: Name, value: Value) -> Option<Prop> {
        let Some(ident) = rust_name(&name) else {
            let mistake = name.mistake(format!("`{}` can't be a component's prop", name.text));
            self.report(mistake.help(prop_help(&name.text)));
            return None;
        };
        if others.iter().any(|other| other.name == ident) {
            let mistake = name.mistake(format!("`{}` is given twice", name.text));
            self.report(mistake.help("remove one of them"));
            return None;
        }
        Some(Prop { name: ident, value })
    }
}

fn prop_help(name: &str) -> String {
    if name.contains(':') {
        return "an element takes this; a component takes props, `slot` and `client:…`".to_owned();
    }
    let plain = name.replace(|char: char| !char.is_alphanumeric(), "_");
    format!("a prop is an argument of the component's function: a name of Rust, such as `{plain}`")
}

fn is_slot(raw: &Raw) -> bool {
    matches!(raw, Raw::Named(name, _) if name.text == "slot")
}

/// Whether a `<slot>` is meant for the browser.
fn inline(attributes: &[Raw]) -> bool {
    attributes
        .iter()
        .any(|raw| matches!(raw, Raw::Named(name, _) if name.text == "is:inline"))
}
