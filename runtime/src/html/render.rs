//! What can be printed as text.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fmt;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

use super::{Buf, Cur, Html};
use crate::response::Link;

/// What `{expr}` prints between tags.
///
/// Text is escaped, [`Html`] is printed verbatim, `None` prints nothing, and a list prints its items one after another.
/// Whatever is [`Display`](std::fmt::Display) can be printed too, through it; so implement this trait only for what
/// prints markup of its own:
///
/// ```
/// use isle::html::{Buf, Html, Render};
///
/// struct Stars(u8);
///
/// impl Render for Stars {
///     fn render(&self, out: &mut Buf) {
///         out.put(Html::trusted("<i>★</i>".repeat(self.0.into())));
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be printed as text",
    label = "this has no text",
    note = "print a field of it, or implement `std::fmt::Display` for it, whose text is escaped",
    note = "an iterator that a variable holds is printed by a loop: `{{for item in items {{ … }}}}`"
)]
pub trait Render {
    /// Prints the value at the end of `out`.
    fn render(&self, out: &mut Buf);

    #[doc(hidden)]
    #[inline]
    fn put<'b>(&self, c: Cur<'b>, before: &str) -> Cur<'b> {
        let out = c.raw(before).commit();
        self.render(out);
        out.cur()
    }
}

/// Both methods of a type that prints with a cursor.
macro_rules! put {
    ($(#[$hint:meta])* |$this:ident, $c:ident, $before:ident| $body:expr) => {
        fn render(&self, out: &mut Buf) {
            self.put(out.cur(), "").commit();
        }

        $(#[$hint])*
        fn put<'b>(&self, $c: Cur<'b>, $before: &str) -> Cur<'b> {
            let $this = self;
            $body
        }
    };
}

macro_rules! text {
    ($($text:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Render for $text {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| c.after(before).escaped(this));
        }
    )*};
}

text!(str String);

#[diagnostic::do_not_recommend]
impl Render for char {
    put!(
        #[inline]
        |this, c, before| c.after(before).escaped(this.encode_utf8(&mut [0; 4]))
    );
}

#[diagnostic::do_not_recommend]
impl Render for fmt::Arguments<'_> {
    put!(
        #[inline]
        |this, c, before| match this.as_str() {
            Some(text) => c.after(before).escaped(text),
            None => c.raw(before).display(this),
        }
    );
}

#[diagnostic::do_not_recommend]
impl Render for Link {
    put!(
        #[inline]
        |this, c, before| c.after(before).escaped(this.as_str())
    );
}

#[diagnostic::do_not_recommend]
impl Render for Html {
    put!(
        #[inline]
        |this, c, before| c.raw(before).html(this)
    );
}

/// Numbers of one kind: how they are printed, and what that takes.
macro_rules! numbers {
    ($method:ident($as:ty): $($number:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Render for $number {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| c.after(before).$method(<$as>::from(*this)).end());
        }

        #[diagnostic::do_not_recommend]
        impl Render for NonZero<$number> {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| c.after(before).$method(<$as>::from(this.get())).end());
        }
    )*};
}

numbers!(unsigned(u64): u8 u16 u32 u64);
numbers!(signed(i64): i8 i16 i32 i64);

macro_rules! sized_numbers {
    ($($method:ident($as:ty): $number:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Render for $number {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| c.after(before).$method(*this as $as).end());
        }

        #[diagnostic::do_not_recommend]
        impl Render for NonZero<$number> {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| c.after(before).$method(this.get() as $as).end());
        }
    )*};
}

sized_numbers!(unsigned(u64): usize signed(i64): isize);

macro_rules! wide_numbers {
    ($method:ident: $number:ty) => {
        #[diagnostic::do_not_recommend]
        impl Render for $number {
            put!(
                #[inline]
                |this, c, before| c.raw(before).$method(*this)
            );
        }

        #[diagnostic::do_not_recommend]
        impl Render for NonZero<$number> {
            put!(
                #[inline]
                |this, c, before| c.raw(before).$method(this.get())
            );
        }
    };
}

wide_numbers!(wide: u128);
wide_numbers!(wide_signed: i128);

#[diagnostic::do_not_recommend]
impl Render for f32 {
    put!(
        #[inline]
        |this, c, before| c.raw(before).display(this)
    );
}

#[diagnostic::do_not_recommend]
impl Render for f64 {
    put!(
        #[inline]
        |this, c, before| c.raw(before).float(*this)
    );
}

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Render + ?Sized> Render for $pointer {
            put!(#[cfg_attr(not(debug_assertions), inline(always))] |this, c, before| (**this).put(c, before));
        }
    )*};
}

pointers!(&T &mut T Box<T> Rc<T> Arc<T>);

#[diagnostic::do_not_recommend]
impl<T: Render + ToOwned<Owned: Render> + ?Sized> Render for Cow<'_, T> {
    put!(
        #[cfg_attr(not(debug_assertions), inline(always))]
        |this, c, before| (**this).put(c, before)
    );
}

#[diagnostic::do_not_recommend]
impl<T: Render> Render for Option<T> {
    put!(
        #[cfg_attr(not(debug_assertions), inline(always))]
        |this, c, before| match this {
            Some(value) => value.put(c, before),
            None => c.raw(before),
        }
    );
}

/// Lists; each prints its items in its own order.
macro_rules! lists {
    ($([$($generics:tt)*] $list:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Render, $($generics)*> Render for $list {
            put!(#[inline] |this, c, before| this.iter().fold(c.raw(before), |c, item| item.put(c, "")));
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T> []VecDeque<T> []BTreeSet<T> [S]HashSet<T, S>);
