//! The place in a buffer where the next byte goes: the only module with `unsafe`, behind a safe interface.
//!
//! What holds for every [`Cur`], which `new` establishes and each method keeps:
//!
//! - **A.** `ptr` points into the allocation of `buf.bytes`, or just behind it: its start plus the vector's length is at most
//!   `ptr`, and `ptr` is at most its start plus its capacity.
//! - **B.** All bytes in front of `ptr` are initialised.
//! - **C.** There are [`ROOM`] bytes between `ptr` and the end of the allocation, which is to say that `ptr` is at most
//!   `buf.brim`.
//! - **D.** While the cursor lives nothing else reaches `buf`, which it holds mutably; its own methods touch `buf.bytes` and
//!   `buf.brim` only in `new` and `commit`, so the allocation stays where it is.
//!
//! The vector's length grows in `commit` alone: a cursor that is dropped, forgotten or unwound loses what it wrote, no more.
//!
//! So a literal is stored without a look at the brim, and so is the value behind it: [`Spot`] is a cursor of which no
//! more than A, B and D holds, and that has as much room as its type says. Its [`end`](Spot::end) looks at the brim, once
//! for both, and most often out of line.
#![allow(unsafe_code)]

use std::ptr;

use super::Buf;
use super::escape_kernel::{ENTITIES, LONGER};

/// The longest literal that is copied in place. Longer ones are copied out of line: the more is copied in place, the faster
/// and the larger pages are.
const LITERAL: usize = 128;

/// The room that is left behind a literal, for its value.
pub(super) const VALUE: usize = 128;

/// The room behind a cursor.
///
/// Enough for a literal and a value, and for a window of 32 bytes that are all entities.
pub(super) const ROOM: usize = 256;

/// The last address of a buffer that has [`ROOM`] behind it, as long as a cursor writes into it; meaningless at any other
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
/// let c = V("1 < 2").text(c, "<b>");
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new(buf: &'b mut Buf) -> Self {
        let start = buf.bytes.as_mut_ptr();
        // With less room than that, the brim lies in front of `start`, hence of `ptr`. (Nothing is allocated at address 0.)
        buf.brim = Brim((start.addr() + buf.bytes.capacity()).saturating_sub(ROOM));
        // SAFETY: the length is at most the allocation's size. (Without an allocation it is 0.)
        let ptr = unsafe { start.add(buf.bytes.len()) };
        Spot::<0>(Self { ptr, buf }).end()
    }

    /// Ends the cursor: what it wrote belongs to the buffer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn commit(self) -> &'b mut Buf {
        let written = self.written();
        // SAFETY: by A `written` is at most the capacity, and by B as many bytes are initialised.
        unsafe { self.buf.bytes.set_len(written) };
        self.buf
    }

    /// Prints markup verbatim.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn raw(self, markup: &str) -> Self {
        if markup.len() > LITERAL {
            self.long(markup.as_bytes())
        } else {
            self.after(markup).end()
        }
    }

    /// Prints markup verbatim, and leaves room for the value that stands behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn after(self, markup: &str) -> Spot<'b, VALUE> {
        if markup.len() > LITERAL {
            return self.long(markup.as_bytes()).room().narrow();
        }
        const { assert!(LITERAL + VALUE <= ROOM) };
        // SAFETY: there is room for `ROOM` bytes, which a literal and a value share; `markup` can't be a part of it by D.
        unsafe {
            ptr::copy_nonoverlapping(markup.as_ptr(), self.ptr, markup.len());
            Spot(self.advance(markup.len()))
        }
    }

    /// Copies bytes, any number of them.
    #[inline(never)]
    pub(super) fn long(self, bytes: &[u8]) -> Self {
        // By C that is not below zero, and `ROOM` bytes are behind it.
        let left = self.buf.brim.0 - self.ptr.addr();
        let c = if left >= bytes.len() {
            self
        } else {
            self.grow(bytes.len())
        };
        // SAFETY: there is room for them, and for `ROOM` bytes behind them; `bytes` can't be a part of it by D.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), c.ptr, bytes.len());
            c.advance(bytes.len())
        }
    }

    /// How many bytes the buffer holds, with those that are not committed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn written(&self) -> usize {
        self.ptr.addr() - self.buf.bytes.as_ptr().addr()
    }

    /// Moves on; the room is by so much less.
    ///
    /// # Safety
    ///
    /// There is room for `len` bytes, and they are initialised.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn advance(self, len: usize) -> Self {
        // SAFETY: by this function's contract that is in the allocation, or just behind it.
        Self {
            ptr: unsafe { self.ptr.add(len) },
            ..self
        }
    }

    /// The room behind the cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn room(self) -> Spot<'b, ROOM> {
        Spot(self)
    }

    /// Moves the buffer to where there is room for `len` bytes more, with [`ROOM`] behind them, and for as many as it holds.
    /// Takes what is left of a cursor, and gives a whole one.
    #[cold]
    #[inline(never)]
    fn grow(self, len: usize) -> Self {
        let buf = self.commit();
        buf.bytes.reserve(len + ROOM);
        Self::new(buf)
    }
}

/// A cursor that has room for `LEFT` bytes, which the compiler counts.
#[must_use = "a cursor that is dropped loses what it wrote"]
#[derive(Debug)]
pub(super) struct Spot<'b, const LEFT: usize>(Cur<'b>);

impl<'b, const LEFT: usize> Spot<'b, LEFT> {
    /// Prints the first `len` bytes of `window`, at most N, of which `hits` tells those to print as their entities.
    ///
    /// All N are copied, and behind each hit N again, however few of them are clean: so no branch depends on where the
    /// hits are. N is half of W.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn around<const N: usize, const W: usize, const THEN: usize>(
        self,
        window: &[u8; W],
        len: usize,
        hits: u32,
    ) -> Spot<'b, THEN> {
        const { assert!(2 * N == W && N <= 32 && N * LONGER + W + THEN <= LEFT) };
        // SAFETY: the first N bytes are initialised here, and there is room.
        unsafe {
            ptr::copy_nonoverlapping(window.as_ptr(), self.0.ptr, N);
            Spot(self.mend::<N, W>(window, hits).advance(len.min(N)))
        }
    }

    /// Prints as [`around`](Self::around) what is H to 2 H bytes long and given by its first and last H bytes, too: these
    /// are stored from registers, while the window is still on its way to memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn pair_around<const H: usize, const N: usize, const W: usize, const THEN: usize>(
        self,
        [first, last]: [&[u8; H]; 2],
        window: &[u8; W],
        len: usize,
        hits: u32,
    ) -> Spot<'b, THEN> {
        const { assert!(2 * H <= N && 2 * N == W && N <= 32 && N * LONGER + W + THEN <= LEFT) };
        let len = len.clamp(H, 2 * H);
        // SAFETY: there is room; the first `len` bytes are initialised here, as by `pair`.
        unsafe {
            ptr::copy_nonoverlapping(first.as_ptr(), self.0.ptr, H);
            ptr::copy_nonoverlapping(last.as_ptr(), self.0.ptr.add(len - H), H);
            Spot(self.mend::<N, W>(window, hits).advance(len))
        }
    }

    /// Prints entities in the place of bytes, each with N bytes behind it, and moves to where the first of the bytes would
    /// stand, were all of them as much longer as those up to the last hit.
    ///
    /// # Safety
    ///
    /// There is room for `N * LONGER + W` bytes, and the bytes of `window` that are kept, N at the most, were stored.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn mend<const N: usize, const W: usize>(self, window: &[u8; W], hits: u32) -> Cur<'b> {
        let mut start = self.0.ptr;
        let mut hits = hits & (u32::MAX >> (32 - N));
        // SAFETY: a hit is below N, so that W bytes hold the N behind it. Each moves `start` by `LONGER` at the most, so
        // no store ends further than `N * LONGER + W` bytes from the cursor. An entity's word holds all of it, and is
        // longer than it: what is copied next begins where it ends, and reaches up to N bytes from `start` or beyond.
        unsafe {
            while hits != 0 {
                let hit = hits.trailing_zeros() as usize % N;
                let entity = ENTITIES[usize::from(window[hit] & 63)];
                start.add(hit).cast::<u64>().write_unaligned(entity.to_le());
                start = start.add((entity >> 56) as usize);
                ptr::copy_nonoverlapping(window.as_ptr().add(hit + 1), start.add(hit + 1), N);
                hits &= hits - 1;
            }
        }
        Cur {
            ptr: start,
            ..self.0
        }
    }
}

impl<'b, const LEFT: usize> Spot<'b, LEFT> {
    /// Prints the first `len` of `bytes`, at most all; but stores all of them, since a store of fixed size is the cheapest.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn store<const N: usize, const THEN: usize>(
        self,
        bytes: &[u8; N],
        len: usize,
    ) -> Spot<'b, THEN> {
        const { assert!(N + THEN <= LEFT) };
        // SAFETY: there is room for `LEFT` bytes, and the first N of them are initialised here.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), self.0.ptr, N);
            Spot(self.0.advance(len.min(N)))
        }
    }

    /// Prints `len` bytes, N to 2 N, of which the first N and the last N are given; they may overlap.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn pair<const N: usize, const THEN: usize>(
        self,
        first: &[u8; N],
        last: &[u8; N],
        len: usize,
    ) -> Spot<'b, THEN> {
        const { assert!(2 * N + THEN <= LEFT) };
        let len = len.clamp(N, 2 * N);
        // SAFETY: there is room for `LEFT` bytes, and the first `len` of them are initialised here: the second store ends
        // there, and begins where the first ends or before.
        unsafe {
            ptr::copy_nonoverlapping(first.as_ptr(), self.0.ptr, N);
            ptr::copy_nonoverlapping(last.as_ptr(), self.0.ptr.add(len - N), N);
            Spot(self.0.advance(len))
        }
    }

    /// Forgets a part of the room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn narrow<const THEN: usize>(self) -> Spot<'b, THEN> {
        const { assert!(THEN <= LEFT) };
        Spot(self.0)
    }

    /// Ends an attribute.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn quote(self) -> Cur<'b> {
        self.store::<1, 0>(b"\"", 1).end()
    }

    /// A whole cursor again: looks at the brim, and makes room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn end(self) -> Cur<'b> {
        if self.0.ptr.addr() <= self.0.buf.brim.0 {
            self.0
        } else {
            self.0.grow(0)
        }
    }
}
