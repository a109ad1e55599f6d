//! What a component's call is made of: props by name, slots, and the answer printed in its place.

mod prop;
mod slot;
mod takes;
mod written;

pub use prop::{IntoProp, required};
pub use slot::{HasSlots, Held, Slot, attempt, once};
pub use takes::{COMPLETE, SLOTS, Taken, Takes, complete, prop, slot};
pub use written::Written;
