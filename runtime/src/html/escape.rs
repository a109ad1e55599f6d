//! Escaping of text, for markup and for attributes in double quotes.

use super::Cur;
use super::cursor::{Spot, VALUE};
use super::escape_kernel::special;

impl<'b> Cur<'b> {
    /// Prints text escaped, with nothing in front of it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn escaped(self, text: &str) -> Self {
        self.room().narrow().escaped(text)
    }
}

impl<'b> Spot<'b, VALUE> {
    /// Prints text with `& < > " '` escaped and NUL as U+FFFD.
    #[inline(never)]
    pub(super) fn escaped(self, text: &str) -> Cur<'b> {
        let bytes = text.as_bytes();
        if bytes.len() > 32 {
            self.end().long_escaped(bytes)
        } else {
            self.short_escaped(bytes).end()
        }
    }

    /// Prints text escaped, and the quote that ends an attribute.
    #[inline(never)]
    pub(super) fn quoted(self, text: &str) -> Cur<'b> {
        let bytes = text.as_bytes();
        if bytes.len() > 32 {
            self.end().long_quoted(bytes)
        } else {
            self.short_escaped(bytes).store::<1, 0>(b"\"", 1).end()
        }
    }

    /// At most 32 bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn short_escaped(self, bytes: &[u8]) -> Spot<'b, 1> {
        let len = bytes.len();
        if len > 16
            && let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk())
        {
            return self.halves(first, last, len);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            let (low, high) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            let word = u128::from(low) | u128::from(high) << 64;
            if special(&word.to_le_bytes()) == 0 {
                return self.pair(first, last, len);
            }
            let behind = (u128::from(high) << 64) >> (8 * (16 - len));
            return self.marked(u128::from(low) | behind, len);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            let (low, high) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            let word = u64::from(low) | u64::from(high) << 32;
            if special(&(u128::from(word) | CLEAN).to_le_bytes()) == 0 {
                return self.pair(first, last, len);
            }
            let word = u64::from(low) | u64::from(high) << (8 * (len - 4));
            return self.marked(u128::from(word), len);
        }
        let byte = |i: usize| u128::from(bytes.get(i).copied().unwrap_or(0)) << (8 * i);
        let word = byte(0) | byte(1) | byte(2);
        let hits = special(&word.to_le_bytes()) & ((1 << len) - 1);
        if hits == 0 {
            self.store(&(word as u32).to_le_bytes(), len)
        } else {
            self.marked(word, len)
        }
    }

    /// More than 16 bytes, at most 32, of which the first 16 and the last 16 are given.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn halves(self, first: &[u8; 16], last: &[u8; 16], len: usize) -> Spot<'b, 1> {
        if special(first) | special(last) == 0 {
            self.pair(first, last, len)
        } else {
            self.marked_halves(first, last, len)
        }
    }

    /// The same, something to escape among them.
    #[inline(never)]
    fn marked_halves(self, first: &[u8; 16], last: &[u8; 16], len: usize) -> Spot<'b, 1> {
        // What is in the first half too is shifted out.
        let behind = u128::from_le_bytes(*last) >> (8 * (32 - len));
        self.end()
            .part(u128::from_le_bytes(*first), 16)
            .part(behind, len - 16)
            .room()
            .narrow()
    }

    /// The lowest `len` bytes of `word`, which were seen to hold something to escape.
    #[inline(never)]
    fn marked(self, word: u128, len: usize) -> Spot<'b, 1> {
        self.end().part(word, len).room().narrow()
    }
}

impl Cur<'_> {
    #[inline(never)]
    fn long_escaped(self, bytes: &[u8]) -> Self {
        self.long_text(bytes).end()
    }

    #[inline(never)]
    fn long_quoted(self, bytes: &[u8]) -> Self {
        self.long_text(bytes).store::<1, 0>(b"\"", 1).end()
    }
}

impl<'b> Cur<'b> {
    /// More than 32 bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn long_text(self, bytes: &[u8]) -> Spot<'b, 1> {
        let (mut c, mut rest) = (self, bytes);
        while rest.len() > 32
            && let Some(window) = rest.first_chunk::<32>()
        {
            let hits = special(half(window, 0));
            c = if hits == 0 {
                c.room().store::<16, 0>(half(window, 0), 16).end()
            } else {
                c.around(window, hits)
            };
            rest = &rest[16..];
        }
        let spot = c.room();
        let (Some(first), Some(last)) = (rest.first_chunk::<16>(), rest.last_chunk::<16>()) else {
            return spot.narrow();
        };
        spot.narrow::<VALUE>().halves(first, last, rest.len())
    }

    /// The first half of `window`, of which `hits` tells those to escape: at least one.
    ///
    /// From one hit to the next it copies 16 bytes, however few of them are clean, so that no branch depends on where
    /// the hits are.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn around(self, window: &[u8; 32], mut hits: u32) -> Self {
        let mut hit = hits.trailing_zeros() as usize & 15;
        let mut c = self.room().store::<16, 0>(half(window, 0), hit).end();
        loop {
            let (entity, len) = entity(window[hit]);
            hits &= hits - 1;
            // Behind the last hit that is the window's middle.
            let next = (hits | 1 << 16).trailing_zeros() as usize;
            let clean = next.wrapping_sub(hit + 1) & 15;
            c = c
                .room()
                .store::<8, 16>(&entity.to_le_bytes(), len)
                .store::<16, 0>(half(window, hit + 1), clean)
                .end();
            if hits == 0 {
                return c;
            }
            hit = next & 15;
        }
    }

    /// The lowest `len` bytes of `word`, at most all.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn part(self, word: u128, len: usize) -> Self {
        let (mut c, mut done) = (self, 0);
        let mut hits = special(&word.to_le_bytes()) & ((1 << len) - 1);
        while hits != 0 {
            let hit = hits.trailing_zeros() as usize & 15;
            let (entity, len) = entity((word >> (8 * hit)) as u8);
            c = c
                .room()
                .store::<16, 8>(&(word >> (8 * done)).to_le_bytes(), hit - done)
                .store::<8, 0>(&entity.to_le_bytes(), len)
                .end();
            done = hit + 1;
            hits &= hits - 1;
        }
        if done < len {
            let rest = (word >> (8 * done)).to_le_bytes();
            c.room().store::<16, 0>(&rest, len - done).end()
        } else {
            c
        }
    }
}

/// The 16 bytes behind the first `at`, which are at most 16.
#[cfg_attr(not(debug_assertions), inline(always))]
fn half(window: &[u8; 32], at: usize) -> &[u8; 16] {
    window[at.min(16)..].first_chunk().unwrap_or(&[0; 16])
}

/// Eight bytes that are not escaped, in the upper half of a word.
const CLEAN: u128 = 0x2020_2020_2020_2020 << 64;

/// What a byte is printed as, and how long that is.
#[cfg_attr(not(debug_assertions), inline(always))]
fn entity(byte: u8) -> (u64, usize) {
    let entity = ENTITIES[usize::from(byte & 63)];
    (entity, (entity >> 56) as usize & 7)
}

/// Each entity in the lower bytes of a word, its length in the highest; no two share the lower six bits of their character.
static ENTITIES: [u64; 64] = {
    let mut table = [0; 64];
    table[b'&' as usize] = packed(b"&amp;");
    table[b'<' as usize] = packed(b"&lt;");
    table[b'>' as usize] = packed(b"&gt;");
    table[b'"' as usize] = packed(b"&quot;");
    table[b'\'' as usize] = packed(b"&#39;");
    table[0] = packed("\u{FFFD}".as_bytes());
    table
};

const fn packed(entity: &[u8]) -> u64 {
    let mut word = (entity.len() as u64) << 56;
    let mut i = 0;
    while i < entity.len() {
        word |= (entity[i] as u64) << (8 * i);
        i += 1;
    }
    word
}
