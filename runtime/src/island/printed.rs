//! Which islands a piece of markup holds, until its page is finished.

use std::time::Duration;

use super::file::Island;

/// The islands that were printed. One word, and nothing is allocated where there are none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Printed(Option<Box<Noted>>);

#[derive(Clone, Debug, Default)]
struct Noted {
    islands: Vec<(&'static Island, Wanted)>,
    /// How long it took to render those that are no Rust.
    rendering: Duration,
    /// The first that was to be rendered here, and is left to the browser.
    left: Option<&'static Island>,
}

/// An answer in which this island, which was to be rendered on the server, is left to the browser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeftToBrowser(pub(crate) &'static Island);

/// What a page must load for an island.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wanted {
    /// Its style sheets: it stays as the server rendered it.
    Styles,
    /// Its module as well, once it is time for it.
    Later,
    /// Its module as well, as soon as may be.
    AtOnce,
}

impl Printed {
    /// Notes an island, and what it wants.
    pub(crate) fn note(&mut self, island: &'static Island, wanted: Wanted) {
        let all = &mut self.0.get_or_insert_default().islands;
        match all
            .iter_mut()
            .find(|(known, _)| known.file.name == island.file.name)
        {
            Some((_, most)) => *most = wanted.max(*most),
            None => all.push((island, wanted)),
        }
    }

    /// Takes over what other markup noted.
    pub(crate) fn adopt(&mut self, inner: &Self) {
        inner
            .each()
            .for_each(|(island, wanted)| self.note(island, wanted));
        self.spend(inner.rendering());
        if let Some(LeftToBrowser(island)) = inner.left() {
            self.leave(island);
        }
    }

    pub(crate) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn each(&self) -> impl Iterator<Item = (&'static Island, Wanted)> {
        let all = self.0.iter().flat_map(|noted| &noted.islands);
        all.copied()
    }

    /// Notes that the browser must render an island.
    pub(crate) fn leave(&mut self, island: &'static Island) {
        self.0.get_or_insert_default().left.get_or_insert(island);
    }

    /// Whether it must.
    pub(crate) fn left(&self) -> Option<LeftToBrowser> {
        self.0.as_ref()?.left.map(LeftToBrowser)
    }

    /// Notes that rendering took so long.
    pub(crate) fn spend(&mut self, time: Duration) {
        if !time.is_zero() {
            self.0.get_or_insert_default().rendering += time;
        }
    }

    /// How long rendering took so far.
    pub(crate) fn rendering(&self) -> Duration {
        let noted = self.0.as_ref();
        noted.map_or(Duration::ZERO, |noted| noted.rendering)
    }
}
