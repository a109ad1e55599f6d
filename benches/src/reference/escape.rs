//! Text, escaped: 16 bytes are copied before it is known whether they are clean.

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

/// What a byte is printed as, and how many bytes that is.
static PRINTED: ([[u8; 8]; 256], [u8; 256]) = {
    let mut words = [[0; 8]; 256];
    let mut lengths = [1; 256];
    let mut byte = 0;
    while byte < 256 {
        words[byte][0] = byte as u8;
        byte += 1;
    }
    let mut index = 0;
    while index < ENTITIES.len() {
        let (byte, entity) = ENTITIES[index];
        let entity = entity.as_bytes();
        let mut at = 0;
        while at < entity.len() {
            words[byte as usize][at] = entity[at];
            at += 1;
        }
        lengths[byte as usize] = entity.len() as u8;
        index += 1;
    }
    (words, lengths)
};

const ENTITIES: [(u8, &str); 6] = [
    (b'&', "&amp;"),
    (b'<', "&lt;"),
    (b'>', "&gt;"),
    (b'"', "&quot;"),
    (b'\'', "&#39;"),
    (0, "\u{FFFD}"),
];

/// Room for 16 bytes that are entities, of which the longest has six bytes.
const ENTITIES_ROOM: usize = 96;

/// The cursor comes and goes by value, so that the caller keeps it in registers.
///
/// # Safety
///
/// As for [`text`].
#[inline(never)]
unsafe fn escape(out: &mut Out, mut c: Cur, text: &[u8]) -> Cur {
    let mut rest = text;
    // SAFETY: stores of 16 bytes stay in the slack, since there is room for all of `rest`, which every growth restores.
    unsafe {
        while rest.len() >= 16 {
            let hits = copy(c, rest);
            if hits == 0 {
                c = c.past(16);
            } else {
                c = out.room(c, rest.len() + ENTITIES_ROOM);
                c = if rest.len() >= 32 {
                    mended(c, rest, hits)
                } else {
                    spelled(c, rest.get_unchecked(..16), hits)
                };
            }
            rest = rest.get_unchecked(16..);
        }
        let (hits, len) = (short(c, rest), rest.len());
        if hits == 0 {
            return c.past(len);
        }
        c = out.room(c, ENTITIES_ROOM);
        spelled(c, rest, hits)
    }
}

/// Goes from hit to hit of 16 bytes that are copied, and copies what is behind each of them again.
///
/// # Safety
///
/// There are 32 bytes to read, and there is room for 16 entities.
#[inline(always)]
unsafe fn mended(mut c: Cur, from: &[u8], mut hits: u32) -> Cur {
    let mut at = 0;
    // SAFETY: by this function's contract; `at` is at most 16.
    unsafe {
        while hits != 0 {
            let hit = hits.trailing_zeros() as usize;
            c = printed(c.past(hit - at), *from.get_unchecked(hit));
            at = hit + 1;
            c.ptr.copy_from_nonoverlapping(from.as_ptr().add(at), 16);
            hits &= hits - 1;
        }
        c.past(16 - at)
    }
}

/// Prints byte by byte, from the first hit on; what is in front of it is copied.
///
/// # Safety
///
/// There is room for as many entities as there are bytes, and a first hit is among them.
#[inline(always)]
unsafe fn spelled(mut c: Cur, from: &[u8], hits: u32) -> Cur {
    let clean = hits.trailing_zeros() as usize;
    // SAFETY: by this function's contract.
    unsafe {
        c = c.past(clean);
        for &byte in from.get_unchecked(clean..) {
            c = printed(c, byte);
        }
    }
    c
}

/// # Safety
///
/// There is room for an entity, with the slack.
#[inline(always)]
unsafe fn printed(c: Cur, byte: u8) -> Cur {
    // SAFETY: by this function's contract; an entity has at most six bytes, which are in the word.
    unsafe {
        c.ptr
            .copy_from_nonoverlapping(PRINTED.0[usize::from(byte)].as_ptr(), 8);
        c.past(usize::from(PRINTED.1[usize::from(byte)]))
    }
}

/// Copies less than 16 bytes as two words that overlap, and tells which of them are to be escaped. Less than four are not
/// worth that: the first counts as a hit.
///
/// # Safety
///
/// There is room for them, with the slack.
#[inline(always)]
unsafe fn short(c: Cur, from: &[u8]) -> u32 {
    let len = from.len();
    // SAFETY: by this function's contract.
    unsafe {
        let (start, end) = (from.as_ptr(), from.as_ptr().add(len));
        if len >= 8 {
            let (first, last) = (
                start.cast::<u64>().read_unaligned(),
                end.cast::<u64>().sub(1).read_unaligned(),
            );
            c.ptr.cast::<u64>().write_unaligned(first);
            c.ptr.add(len - 8).cast::<u64>().write_unaligned(last);
            let hits = both(first, last);
            (hits & 0xff) | (hits >> 8) << (len - 8)
        } else if len >= 4 {
            let (first, last) = (
                start.cast::<u32>().read_unaligned(),
                end.cast::<u32>().sub(1).read_unaligned(),
            );
            c.ptr.cast::<u32>().write_unaligned(first);
            c.ptr.add(len - 4).cast::<u32>().write_unaligned(last);
            let hits = both(
                u64::from(first) | u64::from(last) << 32,
                0x2020_2020_2020_2020,
            );
            (hits & 0xf) | (hits >> 4) << (len - 4)
        } else {
            u32::from(len > 0)
        }
    }
}

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
        _mm_and_si128, _mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
        _mm_setzero_si128,
    };
    // SAFETY: SSE2 is a part of x86-64.
    unsafe {
        // `<` and `>` differ in one bit, so do `&` and `"`.
        let angles = _mm_cmpeq_epi8(
            _mm_and_si128(bytes, _mm_set1_epi8(!2)),
            _mm_set1_epi8(b'<' as i8),
        );
        let ands = _mm_cmpeq_epi8(
            _mm_and_si128(bytes, _mm_set1_epi8(!4)),
            _mm_set1_epi8(b'"' as i8),
        );
        let quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\'' as i8));
        let nuls = _mm_cmpeq_epi8(bytes, _mm_setzero_si128());
        let any = _mm_or_si128(_mm_or_si128(angles, ands), _mm_or_si128(quotes, nuls));
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
        hits << 1 | u32::from(PRINTED.1[usize::from(byte)] > 1)
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
        for len in 0..70 {
            for place in 0..=len {
                for special in [
                    "&",
                    "<",
                    ">",
                    "\"",
                    "'",
                    "\0",
                    "<<<>>>&&&'''\"\"\"<<<>>>&&&",
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
