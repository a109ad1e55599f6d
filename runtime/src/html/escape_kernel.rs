//! Finds what must be escaped among 16 bytes at once.

/// A bit for each byte that is one of `& < > " '`, NUL or `#`, the lowest for the first byte.
///
/// `#` is no character that must be escaped, but telling it from `"`, `&` and `'` costs more than printing it as its own
/// [entity](ENTITIES).
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn special(bytes: &[u8; 16]) -> u32 {
    #[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
    #[allow(unsafe_code)]
    // SAFETY: this line is compiled only where SSE2 is there, as on every x86-64.
    return unsafe { vector(bytes) };
    #[cfg(not(all(target_arch = "x86_64", target_feature = "sse2")))]
    words(bytes)
}

/// [`special`] in one vector.
///
/// `<` and `>` differ in one bit, and `"`, `#`, `&` and `'` in two.
#[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
#[target_feature(enable = "sse2")]
fn vector(bytes: &[u8; 16]) -> u32 {
    use std::arch::x86_64::*;
    let all = u128::from_le_bytes(*bytes);
    let v = _mm_set_epi64x((all >> 64) as i64, all as i64);
    let angles = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(2)), _mm_set1_epi8(b'>' as i8));
    let others = _mm_cmpeq_epi8(
        _mm_or_si128(v, _mm_set1_epi8(5)),
        _mm_set1_epi8(b'\'' as i8),
    );
    let nuls = _mm_cmpeq_epi8(v, _mm_setzero_si128());
    _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(angles, others), nuls)) as u32
}

/// [`special`] in two words of eight bytes.
#[cfg(any(test, not(all(target_arch = "x86_64", target_feature = "sse2"))))]
pub(super) fn words(bytes: &[u8; 16]) -> u32 {
    let all = u128::from_le_bytes(*bytes);
    word(all as u64) | word((all >> 64) as u64) << 8
}

#[cfg(any(test, not(all(target_arch = "x86_64", target_feature = "sse2"))))]
fn word(word: u64) -> u32 {
    const ONES: u64 = u64::MAX / 255;
    const LOW: u64 = ONES * 0x7f;
    // The top bit of each byte that is not 0, without a carry from one byte to the next.
    let not_zero = |word: u64| ((word & LOW) + LOW) | word;
    let angles = not_zero((word | (ONES * 2)) ^ (ONES * b'>' as u64));
    let others = not_zero((word | (ONES * 5)) ^ (ONES * b'\'' as u64));
    let special = !(angles & others & not_zero(word)) & !LOW;
    // Gathers the eight top bits into one byte.
    ((special >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}

/// The longest entity is by this much longer than its character.
pub(super) const LONGER: usize = 5;

/// What each special byte is printed as, by its lower six bits, which no two share: the text in the lower bytes of a word,
/// and in the highest by how much that is longer, at most [`LONGER`].
pub(super) static ENTITIES: [u64; 64] = {
    let mut table = [0; 64];
    table[b'&' as usize] = packed(b"&amp;");
    table[b'<' as usize] = packed(b"&lt;");
    table[b'>' as usize] = packed(b"&gt;");
    table[b'"' as usize] = packed(b"&quot;");
    table[b'\'' as usize] = packed(b"&#39;");
    table[b'#' as usize] = packed(b"#");
    table[0] = packed("\u{FFFD}".as_bytes());
    table
};

const fn packed(entity: &[u8]) -> u64 {
    assert!(entity.len() <= 1 + LONGER);
    let mut word = (entity.len() as u64 - 1) << 56;
    let mut i = 0;
    while i < entity.len() {
        word |= (entity[i] as u64) << (8 * i);
        i += 1;
    }
    word
}
