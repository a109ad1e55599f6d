//! The key that brings patterns together which may be in each other's way.

use super::{Part, Segment};

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>) over what two patterns must share to be in conflict: the
/// kinds of their segments, and the text of static ones. Names of params play no part. The text of a mixed segment
/// plays none, since `[a]-x` and `y-[b]` meet at `y-x`; nor does static text between two rests, since `/[...a]/x/[...b]`
/// and `/[...a]/y/[...b]` meet at `/x/y`.
pub(super) fn key(segments: &[Segment]) -> u64 {
    let first = segments.iter().position(Segment::has_rest);
    let last = segments.iter().rposition(Segment::has_rest);
    let between =
        |at: usize| first.is_some_and(|first| first < at) && last.is_some_and(|last| at < last);

    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for (at, segment) in segments.iter().enumerate() {
        match segment {
            Segment::Static(_) if between(at) => hash.byte(b'"'),
            Segment::Static(text) => {
                hash.byte(b'"');
                text.encoded.bytes().for_each(|byte| hash.byte(byte));
            }
            Segment::Param(param) => hash.byte(if param.rest { b'}' } else { b'{' }),
            Segment::Mixed(parts) => {
                let rest = parts
                    .iter()
                    .any(|part| matches!(part, Part::Param(param) if param.rest));
                hash.byte(if rest { b'>' } else { b'<' });
            }
        }
    }
    hash.0
}

struct Fnv(u64);

impl Fnv {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use crate::pattern::parse;

    fn key(pattern: &str) -> u64 {
        parse(pattern).unwrap().key()
    }

    #[test]
    fn names_play_no_part() {
        assert_eq!(key("/products/[slug]"), key("/products/[id]"));
        assert_eq!(key("/[a]/x/[...b]"), key("/[c]/x/[...d]"));
    }

    #[test]
    fn kinds_and_static_text_do() {
        let patterns = [
            "/",
            "/a",
            "/a/b",
            "/ab",
            "/[a]",
            "/[...a]",
            "/[a]-[b]",
            "/[...a].b",
            "/[a]/b",
            "/b/[a]",
        ];
        for (at, one) in patterns.iter().enumerate() {
            for other in &patterns[at + 1..] {
                assert_ne!(key(one), key(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn patterns_that_may_meet_share_a_key() {
        assert_eq!(key("/[a]-x"), key("/y-[b]"));
        assert_eq!(key("/[...a]/x/[...b]"), key("/[...a]/y/[...b]"));
        assert_ne!(key("/[...a]/x"), key("/[...a]/y"));
    }
}
