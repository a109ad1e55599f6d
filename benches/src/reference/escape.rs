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

const ENTITIES: [(u8, &str); 6] =
    [(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'"', "&quot;"), (b'\'', "&#39;"), (0, "\u{FFFD}")];

/// The cursor comes and goes by value, so that the caller keeps it in registers.
///
/// # Safety
///
/// As for [`text`].
#[inline(never)]
unsafe fn escape(out: &mut Out, mut c: Cur, text: &[u8]) -> Cur {
    let mut rest = text;
    // SAFETY: stores of 16 bytes stay in the slack, since there is room for all of `rest`: `byte` sees to it.
    unsafe {
        while rest.len() >= 16 {
            let hits = copy(c, rest);
            if hits == 0 {
                c = c.past(16);
                rest = rest.get_unchecked(16..);
            } else {
                let clean = hits.trailing_zeros() as usize;
                c = c.past(clean);
                c = byte(out, c, rest.get_unchecked(clean..));
                rest = rest.get_unchecked(clean + 1..);
            }
        }
        let len = rest.len();
        if len >= 8 {
            let first = rest.as_ptr().cast::<u64>().read_unaligned();
            let last = rest.as_ptr().add(len - 8).cast::<u64>().read_unaligned();
            if !hit(first, last) {
                c.ptr.cast::<u64>().write_unaligned(first);
                c.ptr.add(len - 8).cast::<u64>().write_unaligned(last);
                return c.past(len);
            }
        } else if len >= 4 {
            let first = rest.as_ptr().cast::<u32>().read_unaligned();
            let last = rest.as_ptr().add(len - 4).cast::<u32>().read_unaligned();
            if !hit(u64::from(first) | u64::from(last) << 32, 0x2020_2020_2020_2020) {
                c.ptr.cast::<u32>().write_unaligned(first);
                c.ptr.add(len - 4).cast::<u32>().write_unaligned(last);
                return c.past(len);
            }
        }
        for at in 0..len {
            c = byte(out, c, rest.get_unchecked(at..));
        }
        c
    }
}

/// Prints the first byte of `rest`, and makes room for the others.
///
/// # Safety
///
/// `rest` is not empty; there is room for it.
#[inline(always)]
unsafe fn byte(out: &mut Out, mut c: Cur, rest: &[u8]) -> Cur {
    // SAFETY: an entity has at most six bytes, which the slack holds.
    unsafe {
        let byte = usize::from(*rest.get_unchecked(0));
        c.ptr.copy_from_nonoverlapping(PRINTED.0[byte].as_ptr(), 8);
        // The entity may have taken the others' room and some of the slack.
        c.ptr = c.ptr.add(usize::from(PRINTED.1[byte]));
        if c.ptr.addr() + rest.len() - 1 > c.end.addr() {
            c = again(out, c, rest.len());
        }
        c
    }
}

#[cold]
#[inline(never)]
fn again(out: &mut Out, c: Cur, len: usize) -> Cur {
    // Twice: the next growth shall be long after this one.
    out.room(Cur { end: c.ptr, ..c }, len * 2)
}

/// Copies 16 bytes, and tells which of them are to be escaped.
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
unsafe fn hits(bytes: std::arch::x86_64::__m128i) -> u32 {
    use std::arch::x86_64::{_mm_and_si128, _mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8, _mm_setzero_si128};
    // SAFETY: SSE2 is a part of x86-64.
    unsafe {
        // `<` and `>` differ in one bit, so do `&` and `"`.
        let angles = _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8(!2)), _mm_set1_epi8(b'<' as i8));
        let ands = _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8(!4)), _mm_set1_epi8(b'"' as i8));
        let quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\'' as i8));
        let nuls = _mm_cmpeq_epi8(bytes, _mm_setzero_si128());
        let any = _mm_or_si128(_mm_or_si128(angles, ands), _mm_or_si128(quotes, nuls));
        _mm_movemask_epi8(any) as u32
    }
}

/// Whether two words hold a byte that is to be escaped.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn hit(first: u64, last: u64) -> bool {
    // SAFETY: SSE2 is a part of x86-64.
    unsafe { hits(std::arch::x86_64::_mm_set_epi64x(last as i64, first as i64)) != 0 }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
unsafe fn copy(c: Cur, from: &[u8]) -> u32 {
    // SAFETY: by this function's contract.
    unsafe { c.ptr.copy_from_nonoverlapping(from.as_ptr(), 16) };
    let escaped = |&byte: &u8| PRINTED.1[usize::from(byte)] > 1;
    from[..16].iter().position(escaped).map_or(0, |at| 1 << at)
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn hit(first: u64, last: u64) -> bool {
    let escaped = |&byte: &u8| PRINTED.1[usize::from(byte)] > 1;
    first.to_ne_bytes().iter().chain(&last.to_ne_bytes()).any(escaped)
}

#[cfg(test)]
mod tests {
    use super::super::{Capacity, Out};
    use super::text;

    fn plain(text: &str) -> String {
        let replaced = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        replaced.replace('"', "&quot;").replace('\'', "&#39;").replace('\0', "\u{FFFD}")
    }

    #[test]
    fn escapes_at_each_place_and_length() {
        for len in 0..70 {
            for place in 0..=len {
                for special in ["&", "<", ">", "\"", "'", "\0", "<<<>>>&&&'''\"\"\"<<<>>>&&&", "é"] {
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
