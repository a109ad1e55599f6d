//! Finds what must be escaped among 16 bytes at once.

/// A bit for each byte that is one of `& < > " '` or NUL, the lowest for the first byte.
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
/// `<` and `>` differ in one bit, `&` and `'` in another, and NUL is 0 as it stands: so a byte is special where the
/// least of four differences is 0.
#[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
#[target_feature(enable = "sse2")]
fn vector(bytes: &[u8; 16]) -> u32 {
    use std::arch::x86_64::*;
    let all = u128::from_le_bytes(*bytes);
    let v = _mm_set_epi64x((all >> 64) as i64, all as i64);
    let angle = _mm_xor_si128(_mm_or_si128(v, _mm_set1_epi8(2)), _mm_set1_epi8(b'>' as i8));
    let ampersand = _mm_xor_si128(
        _mm_or_si128(v, _mm_set1_epi8(1)),
        _mm_set1_epi8(b'\'' as i8),
    );
    let quote = _mm_xor_si128(v, _mm_set1_epi8(b'"' as i8));
    let least = _mm_min_epu8(_mm_min_epu8(angle, ampersand), _mm_min_epu8(quote, v));
    _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) as u32
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
    let angle = not_zero((word | (ONES * 2)) ^ (ONES * b'>' as u64));
    let ampersand = not_zero((word | ONES) ^ (ONES * b'\'' as u64));
    let quote = not_zero(word ^ (ONES * b'"' as u64));
    let special = !(angle & ampersand & quote & not_zero(word)) & !LOW;
    // Gathers the eight top bits into one byte.
    ((special >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}
