//! Text, escaped: 32 bytes are copied before it is known whether they are clean.

use super::{Cur, Out};

/// Prints a string, with `& < > " '` as entities and NUL as U+FFFD.
///
/// # Safety
///
/// `c` is the buffer's, with room for as many bytes as the string has, and the slack.
#[inline(always)]
pub unsafe fn text(out: &mut Out, c: Cur, text: &str) -> Cur {
    // SAFETY: by this function's contract.
    unsafe { escape(out, c, text.as_bytes()) }
}

/// What a character is printed as, in the lower bytes of a word, and in the highest by how much that is longer; no two
/// of them share their lower six bits.
static PRINTED: [u64; 64] = {
    let mut words = [0; 64];
    let mut index = 0;
    while index < ENTITIES.len() {
        let (byte, entity) = ENTITIES[index];
        let entity = entity.as_bytes();
        let mut word = (entity.len() as u64 - 1) << 56;
        let mut at = 0;
        while at < entity.len() {
            word |= (entity[at] as u64) << (8 * at);
            at += 1;
        }
        words[byte as usize & 63] = word;
        index += 1;
    }
    words
};

/// `#` is none, but cheaper to print as one than to tell from `"`, `&` and `'`.
const ENTITIES: [(u8, &str); 7] = [
    (b'&', "&amp;"),
    (b'<', "&lt;"),
    (b'>', "&gt;"),
    (b'"', "&quot;"),
    (b'\'', "&#39;"),
    (b'#', "#"),
    (0, "\u{FFFD}"),
];

/// Room for 32 bytes that are entities, of which the longest has six bytes.
const ENTITIES_ROOM: usize = 192;

/// The cursor comes and goes by value, so that the caller keeps it in registers.
///
/// # Safety
///
/// As for [`text`].
#[inline(never)]
unsafe fn escape(out: &mut Out, c: Cur, text: &[u8]) -> Cur {
    let len = text.len();
    // SAFETY: by this function's contract; up to twice 16 bytes are copied so that they overlap, or not at all.
    unsafe {
        if len > 32 {
            return long(out, c, text);
        }
        let hits = if len >= 16 {
            let (first, last) = (
                copy(c, text),
                copy(c.past(len - 16), text.get_unchecked(len - 16..)),
            );
            first | last << (len - 16)
        } else if len >= 8 {
            let (first, last) = ends::<u64>(c, text);
            let hits = both(first, last);
            (hits & 0xff) | hits >> 8 << (len - 8)
        } else if len >= 4 {
            let (first, last) = ends::<u32>(c, text);
            let hits = both(u64::from(first) | u64::from(last) << 32, CLEAN);
            (hits & 0xf) | hits >> 4 << (len - 4)
        } else {
            return few(out, c, text);
        };
        if hits == 0 {
            c.past(len)
        } else {
            marked(out, c, text, hits)
        }
    }
}

/// More than 32 bytes.
///
/// # Safety
///
/// As for [`text`].
#[inline(never)]
unsafe fn long(out: &mut Out, mut c: Cur, text: &[u8]) -> Cur {
    let mut rest = text;
    // SAFETY: stores of up to 32 bytes stay in the slack, since there is room for all of `rest`, which every growth
    // restores.
    unsafe {
        // Behind a hit as many bytes are copied again, so they have to be there.
        while rest.len() >= 64 {
            let hits = copy(c, rest) | copy(c.past(16), rest.get_unchecked(16..)) << 16;
            c = if hits == 0 {
                c.past(32)
            } else {
                mended::<32>(out.room(c, rest.len() + ENTITIES_ROOM), rest, rest, hits)
            };
            rest = rest.get_unchecked(32..);
        }
        while rest.len() >= 32 {
            let hits = copy(c, rest);
            c = if hits == 0 {
                c.past(16)
            } else {
                mended::<16>(out.room(c, rest.len() + ENTITIES_ROOM), rest, rest, hits)
            };
            rest = rest.get_unchecked(16..);
        }
        // 16 to 31 bytes.
        let len = rest.len();
        let (first, last) = (
            copy(c, rest),
            copy(c.past(len - 16), rest.get_unchecked(len - 16..)),
        );
        let hits = first | last << (len - 16);
        if hits == 0 {
            c.past(len)
        } else {
            marked(out, c, rest, hits)
        }
    }
}

/// Goes from hit to hit of N bytes that are copied, and copies what is behind each of them in `wide` again.
///
/// # Safety
///
/// There are at least 2 N bytes in `wide`, which begin with `from`; a hit in it; and room for N entities.
#[inline(always)]
unsafe fn mended<const N: usize>(mut c: Cur, from: &[u8], wide: &[u8], mut hits: u32) -> Cur {
    // SAFETY: by this function's contract; a hit is below N.
    unsafe {
        loop {
            let hit = hits.trailing_zeros() as usize;
            let entity = PRINTED[usize::from(*from.get_unchecked(hit) & 63)];
            c.ptr.add(hit).cast::<u64>().write_unaligned(entity.to_le());
            // The cursor moves by as much as the entity is longer than its character: so `hit` goes on to count from it.
            c = c.past((entity >> 56) as usize);
            let behind = wide.as_ptr().add(hit + 1);
            c.ptr.add(hit + 1).copy_from_nonoverlapping(behind, N);
            hits &= hits - 1;
            if hits == 0 {
                return c.past(N);
            }
        }
    }
}

/// Four to 32 bytes, of which `hits` tells those to escape.
///
/// # Safety
///
/// As for [`text`], and there is at least one hit.
#[inline(never)]
unsafe fn marked(out: &mut Out, c: Cur, text: &[u8], hits: u32) -> Cur {
    // Behind a hit 32 bytes are copied again, so they have to be there.
    let mut padded = [0; 64];
    let spare = 32 - text.len();
    // SAFETY: there is room for as many entities, with the slack; what a text has more than twice is the same.
    unsafe {
        let c = out.room(c, ENTITIES_ROOM);
        let to = Cur {
            ptr: padded.as_mut_ptr(),
            ..c
        };
        if text.len() >= 16 {
            ends::<u128>(to, text);
        } else if text.len() >= 8 {
            ends::<u64>(to, text);
        } else {
            ends::<u32>(to, text);
        }
        let c = mended::<32>(c, text, &padded, hits);
        Cur {
            ptr: c.ptr.sub(spare),
            ..c
        }
    }
}

/// At most three bytes.
///
/// # Safety
///
/// As for [`text`].
#[inline(always)]
unsafe fn few(out: &mut Out, c: Cur, text: &[u8]) -> Cur {
    let len = text.len();
    if len == 0 {
        return c;
    }
    // SAFETY: there is room for as many entities, with the slack.
    unsafe {
        // The first, the middle one, and the last: all of them.
        let byte = |at: usize| u64::from(*text.get_unchecked(at)) << (8 * at);
        let all = byte(0) | byte(len / 2) | byte(len - 1);
        let hits = both(all, CLEAN) & ((1 << len) - 1);
        word(out.room(c, ENTITIES_ROOM), all, len, hits)
    }
}

/// Prints the lowest `len` bytes of a word.
///
/// # Safety
///
/// There is room for as many entities, with the slack.
#[inline(always)]
unsafe fn word(mut c: Cur, mut word: u64, len: usize, mut hits: u32) -> Cur {
    // SAFETY: by this function's contract.
    unsafe {
        let end = c.ptr.add(len);
        let mut longer = 0;
        c.ptr.cast::<u64>().write_unaligned(word.to_le());
        while hits != 0 {
            let hit = hits.trailing_zeros();
            word >>= 8 * hit;
            let entity = PRINTED[usize::from(word as u8 & 63)];
            c = c.past(hit as usize);
            c.ptr.cast::<u64>().write_unaligned(entity.to_le());
            c = c.past((entity >> 56) as usize + 1);
            longer += (entity >> 56) as usize;
            word >>= 8;
            c.ptr.cast::<u64>().write_unaligned(word.to_le());
            hits = hits >> hit >> 1;
        }
        Cur {
            ptr: end.add(longer),
            ..c
        }
    }
}

/// Copies text as its first and its last word, which overlap, and gives both.
///
/// # Safety
///
/// The text is as long as a word, or longer by up to another, and there is room for it.
#[inline(always)]
unsafe fn ends<T: Copy>(c: Cur, text: &[u8]) -> (T, T) {
    let behind = text.len() - size_of::<T>();
    // SAFETY: by this function's contract.
    unsafe {
        let first = text.as_ptr().cast::<T>().read_unaligned();
        let last = text.as_ptr().add(behind).cast::<T>().read_unaligned();
        c.ptr.cast::<T>().write_unaligned(first);
        c.ptr.add(behind).cast::<T>().write_unaligned(last);
        (first, last)
    }
}

/// Eight bytes that are not escaped.
const CLEAN: u64 = 0x2020_2020_2020_2020;

/// Copies 16 bytes, and tells which of them are to be escaped, a bit each.
///
/// # Safety
///
/// `from` has 16 bytes, and so has the room with the slack.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
unsafe fn copy(c: Cur, from: &[u8]) -> u32 {
    use std::arch::x86_64::{_mm_loadu_si128, _mm_storeu_si128};
    // SAFETY: by this function's contract; SSE2 is a part of x86-64.
    unsafe {
        let bytes = _mm_loadu_si128(from.as_ptr().cast());
        _mm_storeu_si128(c.ptr.cast(), bytes);
        hits(bytes)
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn hits(bytes: std::arch::x86_64::__m128i) -> u32 {
    use std::arch::x86_64::{
        _mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8, _mm_setzero_si128,
    };
    // SAFETY: SSE2 is a part of x86-64.
    unsafe {
        // `<` and `>` differ in one bit, and `"`, `#`, `&` and `'` in two.
        let angles = _mm_cmpeq_epi8(
            _mm_or_si128(bytes, _mm_set1_epi8(2)),
            _mm_set1_epi8(b'>' as i8),
        );
        let others = _mm_cmpeq_epi8(
            _mm_or_si128(bytes, _mm_set1_epi8(5)),
            _mm_set1_epi8(b'\'' as i8),
        );
        let nuls = _mm_cmpeq_epi8(bytes, _mm_setzero_si128());
        let any = _mm_or_si128(_mm_or_si128(angles, others), nuls);
        _mm_movemask_epi8(any) as u32
    }
}

/// Which of the bytes of two words are to be escaped.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn both(first: u64, last: u64) -> u32 {
    // SAFETY: SSE2 is a part of x86-64.
    hits(unsafe { std::arch::x86_64::_mm_set_epi64x(last as i64, first as i64) })
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
unsafe fn copy(c: Cur, from: &[u8]) -> u32 {
    // SAFETY: by this function's contract.
    unsafe { c.ptr.copy_from_nonoverlapping(from.as_ptr(), 16) };
    hits(&from[..16])
}

#[cfg(not(target_arch = "x86_64"))]
fn hits(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |hits, &byte| {
        hits << 1 | u32::from(ENTITIES.iter().any(|(special, _)| *special == byte))
    })
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn both(first: u64, last: u64) -> u32 {
    hits(&[first.to_le_bytes(), last.to_le_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::super::{Capacity, Out};
    use super::text;

    fn plain(text: &str) -> String {
        let replaced = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        replaced
            .replace('"', "&quot;")
            .replace('\'', "&#39;")
            .replace('\0', "\u{FFFD}")
    }

    #[test]
    fn escapes_at_each_place_and_length() {
        for len in 0..140 {
            for place in 0..=len {
                for special in [
                    "&",
                    "<",
                    ">",
                    "\"",
                    "'",
                    "\0",
                    "#<<<>>>&&&'''\"\"\"#<<<>>>&&&",
                    "é",
                ] {
                    let string = "x".repeat(place) + special + &"y".repeat(len - place);
                    let capacity = Capacity::new();
                    let (mut out, c) = Out::new(&capacity);
                    let c = out.room(c, string.len());
                    // SAFETY: there is room for as many bytes.
                    let bytes = unsafe {
                        let c = text(&mut out, c, &string);
                        out.finish(c, &capacity)
                    };
                    assert_eq!(String::from_utf8(bytes).unwrap(), plain(&string));
                }
            }
        }
    }
}
