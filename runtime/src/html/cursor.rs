//! The place in a buffer where the next byte goes: the only module with `unsafe`, behind a safe interface.
//!
//! What holds for every [`Cur`], which `new` establishes and each method keeps:
//!
//! - **A.** `ptr` and `end` point into the allocation of `buf.bytes`, or just behind it: its start plus the vector's length
//!   is at most `ptr`, `ptr` is at most `end`, and `end` is its start plus its capacity.
//! - **B.** All bytes in front of `ptr` are initialised.
//! - **C.** While the cursor lives nothing else reaches `buf`, which it holds mutably; its own methods touch `buf.bytes` only in
//!   `commit`, so the allocation stays where it is.
//!
//! The vector's length grows in `commit` alone: a cursor that is dropped, forgotten or unwound loses what it wrote, no more.
#![allow(unsafe_code)]

use std::ptr;

use super::Buf;

/// Writes markup into a [`Buf`].
///
/// A cursor is a value: each call takes it and gives it back, and [`commit`](Cur::commit) ends it. That way its pointers
/// stay in registers from one call to the next.
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
    end: *mut u8,
    buf: &'b mut Buf,
}

/// Constant text up to this length is stored where it is printed; longer text is copied out of line.
const SHORT: usize = 64;

impl<'b> Cur<'b> {
    /// A cursor at the end of `buf`.
    #[inline(always)]
    pub(super) fn new(buf: &'b mut Buf) -> Self {
        let start = buf.bytes.as_mut_ptr();
        // SAFETY: length and capacity are at most the allocation's size. (Without an allocation both are 0.)
        let (ptr, end) = unsafe { (start.add(buf.bytes.len()), start.add(buf.bytes.capacity())) };
        Self { ptr, end, buf }
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
        if markup.len() <= SHORT {
            self.copy(markup.as_bytes())
        } else {
            self.long(markup.as_bytes())
        }
    }

    /// Copies bytes out of line.
    #[inline(never)]
    pub(super) fn long(self, bytes: &[u8]) -> Self {
        self.copy(bytes)
    }

    #[inline(always)]
    fn copy(self, bytes: &[u8]) -> Self {
        let c = self.room(bytes.len());
        // SAFETY: `room` made sure of that many bytes behind `ptr`; `bytes` can't be a part of them by C.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), c.ptr, bytes.len());
            c.advance(bytes.len())
        }
    }

    /// Prints the first `len` of `bytes`; but stores all of them, since a store of fixed size is the cheapest.
    #[inline(always)]
    pub(super) fn store<const N: usize>(self, bytes: &[u8; N], len: usize) -> Self {
        let c = self.room(N);
        // SAFETY: `room` made sure of N bytes behind `ptr`, and all of them are initialised here.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), c.ptr, N);
            c.advance(len.min(N))
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
    /// There are `len` initialised bytes between `ptr` and `end`.
    #[inline(always)]
    unsafe fn advance(self, len: usize) -> Self {
        // SAFETY: by this function's contract that is at most `end`.
        Self {
            ptr: unsafe { self.ptr.add(len) },
            ..self
        }
    }

    /// Makes sure of room for `len` bytes between `ptr` and `end`.
    #[inline(always)]
    pub(super) fn room(self, len: usize) -> Self {
        if self.end.addr() - self.ptr.addr() >= len {
            self
        } else {
            self.grow(len)
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(self, len: usize) -> Self {
        let buf = self.commit();
        buf.bytes.reserve(len);
        Self::new(buf)
    }
}
