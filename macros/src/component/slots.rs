//! The slots that a component's markup has.

use super::has_slot;
use crate::error::Errors;
use crate::markup::walk::Visit;
use isle_syntax::markup::tree::{Code, Node, Piece};
use proc_macro2::Span;

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

/// Collects slots.
#[derive(Default)]
pub(crate) struct Slots {
    pub(crate) found: Vec<Slot>,
    in_loop: bool,
}

impl Slots {
    /// Refuses slots where nothing can fill them.
    pub(crate) fn refuse(nodes: &[Node], errors: &mut Errors) {
        let mut slots = Self::default();
        slots.nodes(nodes);
        for slot in slots.found {
            errors.at(
                slot.place,
                "only a component's answer can hold a `<slot>`: nothing fills it here",
                "make the function a `#[component]`, and end it with this `html!`",
            );
        }
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
            let names: Vec<String> = self
                .found
                .iter()
                .filter(|slot| slot.printed)
                .map(|slot| format!("{:?}", slot.name))
                .collect();
            let help = match names.as_slice() {
                [] => "print it with `<slot />`".to_owned(),
                names => format!("its slots are: {}", names.join(", ")),
            };
            errors.at(
                slot.place,
                format!("this component prints no slot {:?}", slot.name),
                help,
            );
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
