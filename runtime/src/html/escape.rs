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
        self.text::<false>(text.as_bytes())
    }

    /// Prints text escaped, and the quote that ends an attribute.
    #[inline(never)]
    pub(super) fn quoted(self, text: &str) -> Cur<'b> {
        self.text::<true>(text.as_bytes())
    }

    /// Each way through it ends with a jump or the look at the brim, so that none needs a frame.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn text<const QUOTED: bool>(self, bytes: &[u8]) -> Cur<'b> {
        let len = bytes.len();
        if len > 32 {
            return self.long::<QUOTED>(bytes);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            return self.halves::<QUOTED>(first, last, bytes);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            let (low, high) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            let hits = special(&(u128::from(low) | u128::from(high) << 64).to_le_bytes());
            if hits == 0 {
                return self.pair(first, last, len).quote_if::<QUOTED>();
            }
            let hits = hits & 0xff | hits >> 8 << (len - 8);
            return self.marked::<QUOTED>(bytes, hits);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            let (low, high) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            let word = u64::from(low) | u64::from(high) << 32;
            let hits = special(&(u128::from(word) | CLEAN).to_le_bytes());
            if hits == 0 {
                return self.pair(first, last, len).quote_if::<QUOTED>();
            }
            let hits = hits & 0xf | hits >> 4 << (len - 4);
            return self.marked::<QUOTED>(bytes, hits);
        }
        let byte = |i: usize| u128::from(bytes.get(i).copied().unwrap_or(0)) << (8 * i);
        let word = byte(0) | byte(1) | byte(2);
        let hits = special(&word.to_le_bytes()) & ((1 << len) - 1);
        if hits == 0 {
            self.store(&(word as u32).to_le_bytes(), len)
                .quote_if::<QUOTED>()
        } else {
            self.marked::<QUOTED>(bytes, hits)
        }
    }

    /// 16 to 32 bytes, of which the first 16 and the last 16 are given too.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn halves<const QUOTED: bool>(
        self,
        first: &[u8; 16],
        last: &[u8; 16],
        bytes: &[u8],
    ) -> Cur<'b> {
        let len = bytes.len();
        let hits = special(first) | special(last) << ((len - 16) & 31);
        if hits == 0 {
            self.pair(first, last, len).quote_if::<QUOTED>()
        } else {
            self.marked::<QUOTED>(bytes, hits)
        }
    }

    /// At most 32 bytes, of which `hits` tells those to escape.
    #[inline(never)]
    fn marked<const QUOTED: bool>(self, bytes: &[u8], hits: u32) -> Cur<'b> {
        let spot = match bytes.len() {
            16.. => self.end().room().mended::<16, 32, 64>(bytes, hits),
            8.. => self.mended::<8, 16, 32>(bytes, hits),
            4.. => self.mended::<4, 16, 32>(bytes, hits),
            len => {
                let mut window = [0; 32];
                bytes
                    .iter()
                    .zip(&mut window)
                    .for_each(|(byte, to)| *to = *byte);
                self.around::<16, 32, 1>(&window, len, hits)
            }
        };
        spot.quote_if::<QUOTED>()
    }

    /// More than 32 bytes.
    #[inline(never)]
    fn long<const QUOTED: bool>(self, bytes: &[u8]) -> Cur<'b> {
        let (mut c, mut rest) = (self.end(), bytes);
        while let Some(window) = rest.first_chunk::<64>() {
            let spot = c.room();
            let hits = special(part(window, 0)) | special(part(window, 16)) << 16;
            c = if hits == 0 {
                spot.store::<32, 0>(part(window, 0), 32).end()
            } else {
                spot.around::<32, 64, 0>(window, 32, hits).end()
            };
            rest = &rest[32..];
        }
        while let Some(window) = rest.first_chunk::<32>() {
            let spot = c.room();
            let hits = special(part(window, 0));
            c = if hits == 0 {
                spot.store::<16, 0>(part(window, 0), 16).end()
            } else {
                spot.around::<16, 32, 0>(window, 16, hits).end()
            };
            rest = &rest[16..];
        }
        let spot = c.room().narrow::<VALUE>();
        match (rest.first_chunk(), rest.last_chunk()) {
            (Some(first), Some(last)) => spot.halves::<QUOTED>(first, last, rest),
            // Of more than 32 bytes, at least 16 are left.
            _ => spot.end(),
        }
    }
}

impl<'b, const LEFT: usize> Spot<'b, LEFT> {
    /// H to 2 H bytes, of which `hits` tells those to escape.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn mended<const H: usize, const N: usize, const W: usize>(
        self,
        bytes: &[u8],
        hits: u32,
    ) -> Spot<'b, 1> {
        let len = bytes.len();
        let first = bytes.first_chunk().unwrap_or(&[0; H]);
        let last = bytes.last_chunk().unwrap_or(&[0; H]);
        // Behind a hit, N bytes are copied again.
        let mut window = [0; W];
        put(&mut window, 0, first);
        put(&mut window, len - H, last);
        self.pair_around::<H, N, W, 1>([first, last], &window, len, hits)
    }
}

impl<'b> Spot<'b, 1> {
    /// Ends an attribute, where it is one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn quote_if<const QUOTED: bool>(self) -> Cur<'b> {
        if QUOTED { self.quote() } else { self.end() }
    }
}

/// N bytes of a window, from `at` on.
#[cfg_attr(not(debug_assertions), inline(always))]
fn part<const N: usize, const W: usize>(window: &[u8; W], at: usize) -> &[u8; N] {
    window[at..].first_chunk().unwrap_or(&[0; N])
}

/// Stores bytes from `at` on, where the window has room for them.
#[cfg_attr(not(debug_assertions), inline(always))]
fn put<const N: usize, const W: usize>(window: &mut [u8; W], at: usize, bytes: &[u8; N]) {
    if let Some(to) = window.get_mut(at..at + N) {
        to.copy_from_slice(bytes);
    }
}

/// Eight bytes that are not escaped, in the upper half of a word.
const CLEAN: u128 = 0x2020_2020_2020_2020 << 64;
