//! What can be printed as text.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{Buf, Cur, Html};

/// What `{expr}` prints.
///
/// Text is escaped, [`Html`] is printed verbatim, `None` prints nothing, and a list prints its items one after another.
/// Whatever is [`Display`](std::fmt::Display) can be printed without this trait.
pub trait Render {
    /// Prints the value at the end of `out`.
    fn render(&self, out: &mut Buf);

    #[doc(hidden)]
    #[inline]
    fn put<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        let out = c.commit();
        self.render(out);
        out.cur()
    }
}

macro_rules! put {
    ($(#[$hint:meta])* |$this:ident, $c:ident| $body:expr) => {
        fn render(&self, out: &mut Buf) {
            self.put(out.cur()).commit();
        }
        $(#[$hint])*
        fn put<'b>(&self, $c: Cur<'b>) -> Cur<'b> {
            let $this = self;
            $body
        }
    };
}

impl Render for str {
    put!(
        #[inline(always)]
        |this, c| c.text(this)
    );
}

impl Render for String {
    put!(
        #[inline(always)]
        |this, c| c.text(this)
    );
}

impl Render for char {
    put!(
        #[inline]
        |this, c| c.text(this.encode_utf8(&mut [0; 4]))
    );
}

impl Render for Cow<'_, str> {
    put!(
        #[inline(always)]
        |this, c| c.text(this)
    );
}

impl Render for Html {
    put!(
        #[inline]
        |this, c| c.raw(this.as_str())
    );
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Render for $number {
            put!(#[inline] |this, c| c.raw(&this.to_string()));
        }
    )*};
}

numbers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64);

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        impl<T: Render + ?Sized> Render for $pointer {
            put!(#[inline(always)] |this, c| (**this).put(c));
        }
    )*};
}

pointers!(&T &mut T Box<T> Rc<T> Arc<T>);

impl<T: Render> Render for Option<T> {
    put!(
        #[inline(always)]
        |this, c| match this {
            Some(value) => value.put(c),
            None => c,
        }
    );
}

impl<T: Render> Render for [T] {
    put!(
        #[inline]
        |this, c| this.iter().fold(c, |c, item| item.put(c))
    );
}

impl<T: Render> Render for Vec<T> {
    put!(
        #[inline(always)]
        |this, c| this.as_slice().put(c)
    );
}

impl<T: Render, const N: usize> Render for [T; N] {
    put!(
        #[inline(always)]
        |this, c| this.as_slice().put(c)
    );
}
