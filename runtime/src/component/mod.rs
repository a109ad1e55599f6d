//! Components: what their props are given as, and what they return.
//!
//! [`#[component]`](macro@crate::component) makes a function a component.

mod prop;
mod slot;
mod takes;
mod written;

pub(crate) use takes::Text;

pub use prop::IntoProp;
pub use written::Written;
#[doc(hidden)]
pub use {
    prop::{given, required},
    slot::{HasSlots, Held, Slot, attempt, once},
    takes::{COMPLETE, ISLAND, MARKUP, SLOTS, Taken, Takes, complete, island, prop, slot},
};
