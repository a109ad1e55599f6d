//! The slots that a component's markup has.

use super::has_slot;
use crate::error::Errors;
use crate::markup::{slot_variable, walk::Visit};
use isle_syntax::markup::tree::{Code, Node, Piece, Template};
use proc_macro2::{Span, TokenStream};
use quote::quote;

/// A slot, found in the component's markup or asked for by `has_slot!`.
pub(crate) struct Slot {
    /// Its name; the default slot's is empty.
    pub(crate) name: String,
    /// Whether it may be printed more than once, so that its content must not be used up by printing.
    pub(crate) repeated: bool,
    /// Whether `<slot>` prints it somewhere.
    printed: bool,
    place: Span,
}

impl Slot {
    /// A slot of an island that is no markup: printed once, if ever.
    pub(crate) fn declared(name: &str, place: Span) -> Self {
        Self {
            name: name.to_owned(),
            repeated: false,
            printed: true,
            place,
        }
    }

    fn tag(&self) -> String {
        match self.name.as_str() {
            "" => "`<slot />`".to_owned(),
            name => format!("`<slot name={name:?} />`"),
        }
    }
}

/// Collects slots.
#[derive(Default)]
pub(crate) struct Slots {
    pub(crate) found: Vec<Slot>,
    in_loop: bool,
}

impl Slots {
    /// Refuses slots where nothing can fill them, and declares their variables, so that nothing more is said of them.
    pub(crate) fn refuse(template: &Template, errors: &mut Errors) -> TokenStream {
        let mut slots = Self::default();
        slots.nodes(&template.nodes);
        if let Some(fence) = &template.fence {
            has_slot::each(fence, &mut |name, place| slots.asked(name, place));
        }
        for slot in &slots.found {
            let message = match slot.printed {
                true => "only a component's answer can hold a `<slot>`: nothing fills it here",
                false => "`has_slot!` asks for a slot of a component: there is none here",
            };
            let help = "make the function a `#[component]`, and end it with this `html!`";
            errors.at(slot.place, message, help);
        }
        let variables = slots
            .found
            .iter()
            .map(|slot| slot_variable(&slot.name, slot.place));
        quote!(#(let #variables: ::isle::__::Slot<'_> = ::core::option::Option::None;)*)
    }

    fn add(&mut self, name: &str, place: Span, printed: bool) {
        match self.found.iter_mut().find(|slot| slot.name == name) {
            Some(slot) => {
                slot.repeated |= self.in_loop || (printed && slot.printed);
                slot.printed |= printed;
            }
            None => self.found.push(Slot {
                name: name.to_owned(),
                repeated: self.in_loop,
                printed,
                place,
            }),
        }
    }

    /// Notes a slot that `has_slot!` asks for.
    pub(super) fn asked(&mut self, name: &str, place: Span) {
        self.add(name, place, false);
    }

    /// A slot that is asked for and never printed is a mistake in its name.
    pub(super) fn check(&self, errors: &mut Errors) {
        for slot in self.found.iter().filter(|slot| !slot.printed) {
            let printed: Vec<String> = self
                .found
                .iter()
                .filter(|slot| slot.printed)
                .map(Slot::tag)
                .collect();
            let help = match printed.as_slice() {
                [] => "print it where it belongs".to_owned(),
                printed => format!("it prints {}", printed.join(", ")),
            };
            let message = format!("this component never prints {}", slot.tag());
            errors.at(slot.place, message, help);
        }
    }
}

impl Visit for Slots {
    fn node(&mut self, node: &Node) -> bool {
        if let Node::Slot(slot) = node {
            let name = slot
                .name
                .as_ref()
                .map_or("", |name| name.value.as_str())
                .to_owned();
            self.add(&name, slot.span, true);
        }
        true
    }

    fn code(&mut self, code: &Code) -> bool {
        for piece in &code.pieces {
            if let Piece::Rust(tokens) = piece {
                has_slot::each(tokens, &mut |name, place| self.asked(name, place));
            }
        }
        true
    }

    fn repeated(&mut self, nodes: &[Node]) {
        let before = std::mem::replace(&mut self.in_loop, true);
        self.nodes(nodes);
        self.in_loop = before;
    }
}
