//! Which islands a piece of markup holds, until its page is finished.

use super::file::Island;

/// The islands that were printed. One word, and nothing is allocated where there are none.
#[derive(Clone, Debug, Default)]
#[expect(clippy::box_collection, reason = "one word, where a vector is three")]
pub(crate) struct Printed(Option<Box<Vec<(&'static Island, bool)>>>);

impl Printed {
    pub(crate) const NONE: Self = Self(None);

    /// Notes an island, and whether its files are wanted at once.
    pub(crate) fn note(&mut self, island: &'static Island, at_once: bool) {
        let all = self.0.get_or_insert_default();
        match all
            .iter_mut()
            .find(|(known, _)| known.file.name == island.file.name)
        {
            Some((_, wanted)) => *wanted |= at_once,
            None => all.push((island, at_once)),
        }
    }

    /// Takes over what other markup noted.
    #[inline]
    pub(crate) fn adopt(&mut self, inner: &Self) {
        if inner.0.is_some() {
            self.adopt_some(inner);
        }
    }

    #[cold]
    fn adopt_some(&mut self, inner: &Self) {
        inner
            .each()
            .for_each(|(island, at_once)| self.note(island, at_once));
    }

    #[inline]
    pub(crate) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn each(&self) -> impl Iterator<Item = (&'static Island, bool)> {
        self.0.iter().flat_map(|all| all.iter().copied())
    }
}
