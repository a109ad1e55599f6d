//! Where the next byte goes.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Bytes behind `end` that a store of fixed size may touch without asking for room.
pub(super) const SLACK: usize = 32;

/// How many bytes a page took the last time.
pub struct Capacity(AtomicUsize);

impl Capacity {
    /// Nothing is known yet.
    #[expect(clippy::new_without_default, reason = "it stands in a `static`")]
    pub const fn new() -> Self {
        Self(AtomicUsize::new(0))
    }
}

/// The place of the next byte, in registers.
#[derive(Clone, Copy)]
pub struct Cur {
    pub(super) ptr: *mut u8,
    pub(super) end: *mut u8,
}

/// The buffer.
pub struct Out {
    bytes: Vec<u8>,
}

impl Out {
    /// An empty buffer.
    #[inline(always)]
    pub fn new(capacity: &Capacity) -> (Self, Cur) {
        let mut bytes = Vec::<u8>::with_capacity(capacity.0.load(Relaxed) + SLACK);
        let ptr = bytes.as_mut_ptr();
        // SAFETY: the slack is a part of the allocation.
        let end = unsafe { ptr.add(bytes.capacity() - SLACK) };
        (Self { bytes }, Cur { ptr, end })
    }

    /// Room for `len` bytes, and the slack behind them.
    #[inline(always)]
    pub fn room(&mut self, c: Cur, len: usize) -> Cur {
        if c.end.addr() - c.ptr.addr() >= len {
            c
        } else {
            self.grow(c, len)
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, c: Cur, len: usize) -> Cur {
        // SAFETY: the cursor is in this buffer, and everything in front of it is initialised.
        unsafe {
            let written = c.ptr.offset_from_unsigned(self.bytes.as_ptr());
            self.bytes.set_len(written);
            self.bytes.reserve(len + SLACK);
            let start = self.bytes.as_mut_ptr();
            Cur {
                ptr: start.add(written),
                end: start.add(self.bytes.capacity() - SLACK),
            }
        }
    }

    /// The bytes.
    ///
    /// # Safety
    ///
    /// `c` is this buffer's, and everything in front of it is initialised.
    #[inline(always)]
    pub unsafe fn finish(&mut self, c: Cur, capacity: &Capacity) -> Vec<u8> {
        let mut bytes = std::mem::take(&mut self.bytes);
        // SAFETY: by this function's contract.
        unsafe {
            let written = c.ptr.offset_from_unsigned(bytes.as_ptr());
            bytes.set_len(written);
        }
        // A last block asks for more room than it takes.
        let room = bytes.len() + bytes.len() / 64 + 64;
        if room > capacity.0.load(Relaxed) {
            capacity.0.store(room, Relaxed);
        }
        bytes
    }
}

impl Cur {
    /// Stores bytes.
    ///
    /// # Safety
    ///
    /// There is room for them.
    #[inline(always)]
    pub unsafe fn raw<const N: usize>(self, bytes: &[u8; N]) -> Self {
        // SAFETY: by this function's contract.
        unsafe {
            self.ptr.copy_from_nonoverlapping(bytes.as_ptr(), N);
            self.past(N)
        }
    }

    /// # Safety
    ///
    /// As many bytes are initialised.
    #[inline(always)]
    pub(super) unsafe fn past(self, len: usize) -> Self {
        // SAFETY: by this function's contract.
        Self {
            ptr: unsafe { self.ptr.add(len) },
            ..self
        }
    }
}
