//! Numbers and words that look random and are the same in each run.

/// A generator (xorshift64).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(end)) as u32
    }

    pub(super) fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u32) as usize]
    }

    /// As many words as fill `length` bytes.
    pub(super) fn words(&mut self, list: &[&str], length: usize) -> String {
        let mut text = self.of(list).to_owned();
        while text.len() < length {
            text.push(' ');
            text += self.of(list);
        }
        text
    }
}
