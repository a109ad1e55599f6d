//! The guest book.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;

/// What a guest wrote.
#[derive(Clone, Deserialize)]
pub(crate) struct Entry {
    pub(crate) guest: String,
    pub(crate) words: String,
}

/// All entries, the first guest's first. A clone is the same book.
#[derive(Clone, Default)]
pub(crate) struct Book(Arc<Mutex<Vec<Entry>>>);

impl Book {
    pub(crate) fn add(&self, entry: Entry) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(entry);
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The entry with this number, from 1.
    pub(crate) fn entry(&self, number: usize) -> Option<Entry> {
        self.entries().into_iter().nth(number.checked_sub(1)?)
    }
}
