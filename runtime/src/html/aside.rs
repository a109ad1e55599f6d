//! What markup holds beside its text.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};

use super::parked::Parked;
use crate::island::Printed;

/// What markup holds beside its text, if anything. One word, and nothing is allocated where there is nothing.
///
/// A page's debug information describes all types that its variables lead to. Those of an answer are hundreds: they stand
/// behind a trait object, where it ends.
#[derive(Default)]
pub(super) struct Aside(Option<Box<Box<dyn Hidden>>>);

/// What stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    /// What the page shall answer in the place of its markup.
    pub(super) exit: Parked,
    /// The islands that were printed.
    pub(super) islands: Printed,
}

trait Hidden: Send + Sync + UnwindSafe + RefUnwindSafe {
    fn notes(&self) -> &Notes;
    fn notes_mut(&mut self) -> &mut Notes;
}

impl Hidden for Notes {
    fn notes(&self) -> &Notes {
        self
    }

    fn notes_mut(&mut self) -> &mut Notes {
        self
    }
}

impl Aside {
    pub(super) const NONE: Self = Self(None);

    #[inline]
    pub(super) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn get(&self) -> Option<&Notes> {
        self.0.as_ref().map(|notes| notes.notes())
    }

    pub(super) fn get_or_insert(&mut self) -> &mut Notes {
        self.0
            .get_or_insert_with(|| Box::new(Box::<Notes>::default()))
            .notes_mut()
    }

    pub(super) fn get_mut(&mut self) -> Option<&mut Notes> {
        self.0.as_mut().map(|notes| notes.notes_mut())
    }

    /// Takes over what other markup holds.
    #[cold]
    pub(super) fn adopt(&mut self, inner: &Self) {
        if let Some(inner) = inner.get() {
            let notes = self.get_or_insert();
            notes.exit.adopt(&inner.exit);
            notes.islands.adopt(&inner.islands);
        }
    }
}

impl Clone for Aside {
    fn clone(&self) -> Self {
        let mut clone = Self::NONE;
        if let Some(notes) = self.get() {
            *clone.get_or_insert() = notes.clone();
        }
        clone
    }
}

impl fmt::Debug for Aside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// Out of line: what a page drops on each way out is compiled with each page.
impl Drop for Aside {
    #[inline]
    fn drop(&mut self) {
        if let Some(notes) = self.0.take() {
            forget(notes);
        }
    }
}

#[cold]
#[inline(never)]
fn forget(notes: Box<Box<dyn Hidden>>) {
    drop(notes);
}
