//! Escaping of text, for markup and for attributes in double quotes.

use super::Cur;
use super::cursor::SHORT;
use super::escape_kernel::special;

impl Cur<'_> {
    /// Prints text with `& < > " '` escaped and NUL as U+FFFD.
    #[inline(never)]
    pub(super) fn escaped(self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if bytes.len() >= 16 {
            return self.long_escaped(bytes);
        }
        if self.fits() {
            self.short_escaped(bytes)
        } else {
            self.cramped(text)
        }
    }

    /// Prints text escaped, and the quote that ends an attribute.
    #[inline(never)]
    pub(super) fn quoted(self, text: &str) -> Self {
        self.escaped(text).raw("\"")
    }

    /// Apart, so that the usual case saves no registers.
    #[cold]
    #[inline(never)]
    fn cramped(self, text: &str) -> Self {
        self.grow(SHORT).escaped(text)
    }

    #[inline(never)]
    fn long_escaped(self, bytes: &[u8]) -> Self {
        let (mut c, mut rest) = (self.reserve(bytes.len() + SHORT), bytes);
        while let Some((chunk, after)) = rest.split_first_chunk::<16>() {
            let hits = special(*chunk);
            c = if hits == 0 {
                c.store(chunk, 16)
            } else if let Some(window) = rest.first_chunk::<32>() {
                c.around(window, hits)
            } else {
                c.hits(u128::from_le_bytes(*chunk), 16, hits)
            };
            rest = after;
        }
        c.short_escaped(rest)
    }

    /// The first half of `window`, of which `hits` tells those to escape: at least one.
    ///
    /// From one hit to the next it copies 16 bytes, however few of them are clean, so that no branch depends on where
    /// the hits are.
    #[inline(always)]
    fn around(self, window: &[u8; 32], mut hits: u32) -> Self {
        let (mut c, mut done) = (self, 0);
        while hits != 0 {
            let hit = hits.trailing_zeros() as usize & 15;
            c = c.store(part(window, done), hit - done);
            let (entity, len) = entity(window[hit]);
            c = c.store(&entity.to_le_bytes(), len);
            done = hit + 1;
            hits &= hits - 1;
        }
        c.store(part(window, done), 16 - done)
    }

    /// Fewer than 16 bytes.
    #[inline(always)]
    fn short_escaped(self, bytes: &[u8]) -> Self {
        let len = bytes.len();
        if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            let (low, high) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            let word = u128::from(low) | u128::from(high) << 64;
            if special(word.to_le_bytes()) == 0 {
                return self.pair(first, last, len);
            }
            return self.marked(u128::from(low) | u128::from(high) << (8 * (len - 8)), len);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            let (low, high) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            let word = u64::from(low) | u64::from(high) << 32;
            if special((u128::from(word) | CLEAN).to_le_bytes()) == 0 {
                return self.pair(first, last, len);
            }
            let word = u64::from(low) | u64::from(high) << (8 * (len - 4));
            return self.marked(u128::from(word), len);
        }
        let byte = |i: usize| u128::from(bytes.get(i).copied().unwrap_or(0)) << (8 * i);
        self.part(byte(0) | byte(1) | byte(2), len)
    }

    /// The lowest `len` bytes of `word`.
    #[inline(always)]
    fn part(self, word: u128, len: usize) -> Self {
        let hits = special(word.to_le_bytes()) & ((1 << len) - 1);
        if hits == 0 {
            self.store(&word.to_le_bytes(), len)
        } else {
            self.hits(word, len, hits)
        }
    }

    /// The lowest `len` bytes of `word`, which were seen to hold something to escape.
    #[inline(never)]
    fn marked(self, word: u128, len: usize) -> Self {
        self.part(word, len)
    }

    /// The lowest `len` bytes of `word`, of which `hits` tells those to escape: at least one.
    #[inline(never)]
    fn hits(self, word: u128, len: usize, mut hits: u32) -> Self {
        let (mut c, mut done) = (self, 0);
        while hits != 0 {
            let hit = hits.trailing_zeros() as usize;
            let clean = word >> (8 * done);
            c = c.store(&clean.to_le_bytes(), hit - done);
            let (entity, len) = entity((word >> (8 * hit)) as u8);
            c = c.store(&entity.to_le_bytes(), len);
            done = hit + 1;
            hits &= hits - 1;
        }
        if done < len {
            c.store(&(word >> (8 * done)).to_le_bytes(), len - done)
        } else {
            c
        }
    }
}

/// The 16 bytes behind the first `at`, which are at most 16.
#[inline(always)]
fn part(window: &[u8; 32], at: usize) -> &[u8; 16] {
    window[at.min(16)..].first_chunk().unwrap_or(&[0; 16])
}

/// Eight bytes that are not escaped, in the upper half of a word.
const CLEAN: u128 = 0x2020_2020_2020_2020 << 64;

/// What a byte is printed as, and how long that is.
#[inline(always)]
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
