//! Which paths keep a browser on the site.

use std::fmt;

/// Why a path does not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reason {
    NoSlash,
    TwoSlashes,
    Character,
    DotSegments,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::NoSlash => "it does not begin with `/`",
            Reason::TwoSlashes => "a browser reads what follows `//` or `/\\` as another site",
            Reason::Character => "it holds a space, a control character or `\\`",
            Reason::DotSegments => "without its dot segments it begins with `//`",
        })
    }
}

/// Whether a browser that is sent to `path` stays on the site.
pub(super) fn stays(path: &str, spaces: bool) -> Result<(), Reason> {
    let bytes = path.as_bytes();
    if bytes.first() != Some(&b'/') {
        return Err(Reason::NoSlash);
    }
    if matches!(bytes.get(1), Some(b'/' | b'\\')) {
        return Err(Reason::TwoSlashes);
    }
    let refused = |b: &u8| matches!(b, 0..=0x1f | 0x7f | b'\\') || (*b == b' ' && !spaces);
    if bytes.iter().any(refused) {
        return Err(Reason::Character);
    }
    let end = path.find(['?', '#']).unwrap_or(path.len());
    if doubles_slash(&path[1..end]) {
        return Err(Reason::DotSegments);
    }
    Ok(())
}

/// Whether the path, here without its first `/`, begins with `//` once dot segments are resolved
/// as the WHATWG URL standard's path state does, `%2e` included.
fn doubles_slash(path: &str) -> bool {
    let mut depth = 0_usize;
    let mut first_is_empty = false;
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        let dots = dots(segment);
        if dots == Some(2) {
            depth = depth.saturating_sub(1);
        }
        // A dot segment at the end leaves an empty one.
        if dots.is_none() || last {
            if depth == 0 {
                first_is_empty = dots.is_some() || segment.is_empty();
            }
            depth += 1;
        }
    }
    depth > 1 && first_is_empty
}

/// 1 for `.`, 2 for `..`, each dot written out or as `%2e`.
fn dots(segment: &str) -> Option<usize> {
    let mut rest = segment.as_bytes();
    let mut count = 0;
    while !rest.is_empty() {
        rest = match rest {
            [b'.', rest @ ..] | [b'%', b'2', b'e' | b'E', rest @ ..] => rest,
            _ => return None,
        };
        count += 1;
    }
    (count == 1 || count == 2).then_some(count)
}
