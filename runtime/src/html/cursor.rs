//! The place in a buffer where the next byte goes: the only module with `unsafe`, behind a safe interface.
//!
//! What holds for every [`Cur`], which `new` establishes and each method keeps:
//!
//! - **A.** `ptr` points into the allocation of `buf.bytes`, or just behind it: its start plus the vector's length is at most
//!   `ptr`, and `ptr` is at most its start plus its capacity.
//! - **B.** All bytes in front of `ptr` are initialised.
//! - **C.** If `ptr` is at most `buf.brim`, there are [`SHORT`] bytes between it and the end of the allocation.
//! - **D.** While the cursor lives nothing else reaches `buf`, which it holds mutably; its own methods touch `buf.bytes` and
//!   `buf.brim` only in `new` and `commit`, so the allocation stays where it is.
//!
//! The vector's length grows in `commit` alone: a cursor that is dropped, forgotten or unwound loses what it wrote, no more.
#![allow(unsafe_code)]

use std::ptr;

use super::Buf;

/// The longest write that a glance at the brim allows. Longer text is copied out of line: the more is copied in place, the faster and the larger pages are.
pub(super) const SHORT: usize = 128;

/// The last address of a buffer where a short write may begin, as long as a cursor writes into it; meaningless at any other
/// time.
#[derive(Debug, Default)]
pub(super) struct Brim(usize);

impl Brim {
    pub(super) const UNKNOWN: Self = Self(0);
}

/// Writes markup into a [`Buf`].
///
/// A cursor is a value: each call takes it and gives it back, and [`commit`](Cur::commit) ends it. Two words long, it stays
/// in registers from one call to the next, inlined or not.
///
/// ```
/// use isle::html::{Buf, V};
///
/// let mut out = Buf::new();
/// let c = out.cur();
/// let c = c.raw("<b>");
/// let c = V("1 < 2").text(c);
/// c.raw("</b>").commit();
/// assert_eq!(out.as_str(), "<b>1 &lt; 2</b>");
/// ```
#[must_use = "a cursor that is dropped loses what it wrote: end it with `commit`"]
#[derive(Debug)]
pub struct Cur<'b> {
    ptr: *mut u8,
    buf: &'b mut Buf,
}

impl<'b> Cur<'b> {
    /// A cursor at the end of `buf`.
    #[inline(always)]
    pub(super) fn new(buf: &'b mut Buf) -> Self {
        let start = buf.bytes.as_mut_ptr();
        // With less room than that, the brim lies in front of `start`, hence of `ptr`. (Nothing is allocated at address 0.)
        buf.brim = Brim((start.addr() + buf.bytes.capacity()).saturating_sub(SHORT));
        // SAFETY: the length is at most the allocation's size. (Without an allocation it is 0.)
        Self {
            ptr: unsafe { start.add(buf.bytes.len()) },
            buf,
        }
    }

    /// Ends the cursor: what it wrote belongs to the buffer.
    #[inline(always)]
    pub fn commit(self) -> &'b mut Buf {
        let written = self.written();
        // SAFETY: by A `written` is at most the capacity, and by B as many bytes are initialised.
        unsafe { self.buf.bytes.set_len(written) };
        self.buf
    }

    /// Prints markup verbatim.
    #[inline(always)]
    pub fn raw(self, markup: &str) -> Self {
        if markup.len() > SHORT {
            return self.long(markup.as_bytes());
        }
        let c = self.room();
        // SAFETY: there is room for `SHORT` bytes; `markup` can't be a part of it by D.
        unsafe {
            ptr::copy_nonoverlapping(markup.as_ptr(), c.ptr, markup.len());
            c.advance(markup.len())
        }
    }

    /// Copies bytes, any number of them.
    #[inline(never)]
    pub(super) fn long(self, bytes: &[u8]) -> Self {
        let c = self.reserve(bytes.len());
        // SAFETY: `reserve` made room; `bytes` can't be a part of it by D.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), c.ptr, bytes.len());
            c.advance(bytes.len())
        }
    }

    /// Prints the first `len` of `bytes`, at most all; but stores all of them, since a store of fixed size is the cheapest.
    #[inline(always)]
    pub(super) fn store<const N: usize>(self, bytes: &[u8; N], len: usize) -> Self {
        const { assert!(N <= SHORT) };
        let c = self.room();
        // SAFETY: there is room for `SHORT` bytes, and N of them are initialised here.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), c.ptr, N);
            c.advance(len.min(N))
        }
    }

    /// Prints `len` bytes, N to 2 N, of which the first N and the last N are given; they may overlap.
    #[inline(always)]
    pub(super) fn pair<const N: usize>(self, first: &[u8; N], last: &[u8; N], len: usize) -> Self {
        const { assert!(2 * N <= SHORT) };
        let (c, len) = (self.room(), len.clamp(N, 2 * N));
        // SAFETY: there is room for `SHORT` bytes, and the first `len` of them are initialised here: the second store ends
        // there, and begins where the first ends or before.
        unsafe {
            ptr::copy_nonoverlapping(first.as_ptr(), c.ptr, N);
            ptr::copy_nonoverlapping(last.as_ptr(), c.ptr.add(len - N), N);
            c.advance(len)
        }
    }

    /// How many bytes the buffer holds, with those that are not committed.
    #[inline(always)]
    pub(super) fn written(&self) -> usize {
        self.ptr.addr() - self.buf.bytes.as_ptr().addr()
    }

    /// Moves on.
    ///
    /// # Safety
    ///
    /// There is room for `len` bytes, and they are initialised.
    #[inline(always)]
    unsafe fn advance(self, len: usize) -> Self {
        // SAFETY: by this function's contract that is in the allocation, or just behind it.
        Self {
            ptr: unsafe { self.ptr.add(len) },
            ..self
        }
    }

    /// Whether there is room for a short write.
    #[inline(always)]
    pub(super) fn fits(&self) -> bool {
        self.ptr.addr() <= self.buf.brim.0
    }

    /// Makes room for a short write.
    #[inline(always)]
    fn room(self) -> Self {
        if self.fits() { self } else { self.grow_short() }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn grow_short(self) -> Self {
        self.grow(SHORT)
    }

    /// Makes room for `len` bytes.
    #[inline]
    pub(super) fn reserve(self, len: usize) -> Self {
        let left = self.buf.bytes.capacity() - self.written();
        if left >= len { self } else { self.grow(len) }
    }

    /// Moves the buffer to where there is room for `len` bytes more, and for as many as it holds.
    #[cold]
    #[inline(never)]
    pub(super) fn grow(self, len: usize) -> Self {
        let buf = self.commit();
        buf.bytes.reserve(len);
        Self::new(buf)
    }
}
