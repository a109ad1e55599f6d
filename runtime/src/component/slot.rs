//! What a caller puts between a component's tags, as functions.

use crate::Exit;
use crate::html::Buf;
use std::cell::Cell;

/// What a call puts into a slot; nothing, where it leaves the slot out.
pub type Slot<'call> = Option<&'call dyn Fn(&mut Buf)>;

/// Children that are printed at most once, so they may use up what they hold.
pub fn once(children: impl FnOnce(&mut Buf)) -> impl Fn(&mut Buf) {
    let children = Cell::new(Some(children));
    move |out| {
        if let Some(children) = children.take() {
            children(out);
        }
    }
}

/// Children that may fail: the error ends the page once everything around them has run.
pub fn attempt(out: &mut Buf, children: impl FnOnce(&mut Buf) -> Result<(), Exit>) {
    if let Err(exit) = children(out) {
        out.exit(exit);
    }
}

/// The children that go into the slot `AT`, as long as the call holds them.
#[derive(Debug)]
pub struct Held<const AT: usize, F>(pub F);

impl<const AT: usize, F: Fn(&mut Buf)> Held<AT, F> {
    /// Puts them into the call's props.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fill<'call>(&'call self, props: &mut impl HasSlots<'call>) {
        props.slots()[AT] = Some(&self.0);
    }
}

/// The props of a component with slots.
pub trait HasSlots<'call> {
    /// The slots, in the component's order.
    fn slots(&mut self) -> &mut [Slot<'call>];
}
