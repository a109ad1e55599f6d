//! How much room a page took the last time.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::Buf;
use super::cursor::ROOM;

/// Remembers how long a page was, so that its next buffer is allocated once, at the right size.
///
/// ```
/// use isle::html::Capacity;
///
/// static CAPACITY: Capacity = Capacity::new();
/// let mut out = CAPACITY.buf();
/// out.text("hello");
/// CAPACITY.learn(out.len());
/// ```
#[derive(Debug, Default)]
pub struct Capacity(AtomicUsize);

/// What the cursor wants to see beyond its last write, and some for the next page being a little longer.
const SLACK: usize = ROOM + ROOM / 4;

impl Capacity {
    /// Nothing is known yet.
    pub const fn new() -> Self {
        Self(AtomicUsize::new(0))
    }

    /// An empty buffer with the room that was learned. Out of line, since each page begins with it.
    #[inline(never)]
    pub fn buf(&self) -> Buf {
        Buf::with_capacity(self.0.load(Relaxed))
    }

    /// Learns from a page of `len` bytes.
    ///
    /// A longer page is believed at once, a shorter one by and by, so that one huge page is forgotten again.
    #[inline]
    pub fn learn(&self, len: usize) {
        let known = self.0.load(Relaxed);
        let wanted = len + len / 16 + SLACK;
        if len + ROOM > known {
            self.0.store(wanted, Relaxed);
        } else if known / 2 > wanted {
            self.0.store(known - known / 8, Relaxed);
        }
    }
}
