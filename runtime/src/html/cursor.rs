//! The place in a buffer where the next byte goes.

use super::Buf;

/// Writes markup into a [`Buf`].
///
/// A cursor is a value: each call takes it and gives it back, and [`commit`](Cur::commit) ends it.
#[must_use = "a cursor that is dropped loses what it wrote"]
#[derive(Debug)]
pub struct Cur<'b> {
    buf: &'b mut Buf,
}

impl<'b> Cur<'b> {
    pub(super) fn new(buf: &'b mut Buf) -> Self {
        Self { buf }
    }

    /// Prints markup verbatim.
    #[inline(always)]
    pub fn raw(self, markup: &str) -> Self {
        self.buf.bytes.extend_from_slice(markup.as_bytes());
        self
    }

    /// Prints text, escaped.
    pub(super) fn text(self, text: &str) -> Self {
        let mut cur = self;
        for c in text.chars() {
            cur = match c {
                '&' => cur.raw("&amp;"),
                '<' => cur.raw("&lt;"),
                '>' => cur.raw("&gt;"),
                '"' => cur.raw("&quot;"),
                '\'' => cur.raw("&#39;"),
                '\0' => cur.raw("\u{FFFD}"),
                _ => cur.raw(c.encode_utf8(&mut [0; 4])),
            };
        }
        cur
    }

    /// Ends the cursor: what it wrote belongs to the buffer.
    #[inline(always)]
    pub fn commit(self) -> &'b mut Buf {
        self.buf
    }
}
