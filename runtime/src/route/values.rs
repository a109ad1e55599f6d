//! The values of a match.

/// Pieces of a path, in the order of the pattern's params. One or two need no allocation.
#[derive(Debug, Default)]
pub(super) struct Values<'p> {
    few: [&'p str; 2],
    more: Vec<&'p str>,
    length: usize,
}

impl<'p> Values<'p> {
    pub(super) fn push(&mut self, value: &'p str) {
        match self.few.get_mut(self.length) {
            Some(place) => *place = value,
            None => self.more.push(value),
        }
        self.length += 1;
    }

    pub(super) fn clear(&mut self) {
        self.more.clear();
        self.length = 0;
    }

    pub(super) fn get(&self, index: usize) -> Option<&'p str> {
        if index >= self.length {
            return None;
        }
        self.few
            .get(index)
            .or_else(|| self.more.get(index - self.few.len()))
            .copied()
    }
}
