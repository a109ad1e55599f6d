//! The exit that markup holds until its page is printed to the end.

use std::sync::{Arc, Mutex, PoisonError};

use crate::response::Exit;

/// What a page shall answer in the place of its markup, if anything; the first exit wins.
///
/// Shared, because markup that is printed by reference hands its exit on to the markup around it.
#[derive(Clone, Debug, Default)]
pub(super) struct Parked(Option<Arc<Mutex<Option<Exit>>>>);

impl Parked {
    #[cold]
    pub(super) fn park(&mut self, exit: Exit) {
        self.0
            .get_or_insert_with(|| Arc::new(Mutex::new(Some(exit))));
    }

    pub(super) fn adopt(&mut self, inner: &Self) {
        if self.0.is_none() {
            self.0.clone_from(&inner.0);
        }
    }

    pub(super) fn take(&mut self) -> Option<Exit> {
        let exit = self.0.take()?;
        let exit = exit.lock().unwrap_or_else(PoisonError::into_inner).take();
        Some(exit.unwrap_or_else(|| Exit::from(TAKEN)))
    }
}

const TAKEN: &str =
    "markup that ended its page early was kept and printed again in another page: print it anew";
