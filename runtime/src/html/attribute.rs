//! The value of an attribute.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

use super::url::Use;
use super::{Cur, Render};
use crate::response::Link;

/// What `name={expr}` takes: text, numbers, links, and options of such, whose `None` leaves the attribute out.
///
/// Whatever is [`Display`] is taken too, through it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of an attribute",
    label = "not a single text or number",
    note = "an attribute takes text, a number, whatever is `Display`, or an `Option` of such"
)]
pub trait Attribute {
    #[doc(hidden)]
    fn value(&self) -> Value<'_>;

    #[doc(hidden)]
    #[inline]
    fn attr<'b>(&self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        self.value().attr(c, open, at)
    }

    #[doc(hidden)]
    #[inline]
    fn url<'b>(&self, c: Cur<'b>, open: &str, at: usize, to: Use) -> Cur<'b> {
        self.value().url(c, open, at, to)
    }
}

/// A single value, on its way into an attribute, a class or a style.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Nothing: the attribute is left out.
    Absent,
    /// Text, to be escaped.
    Text(&'a str),
    /// A URL that is harmless.
    Link(&'a str),
    /// A whole number.
    Unsigned(u64),
    /// A whole number with its sign.
    Signed(i64),
    /// What prints no more than it must, and without `fmt`: another number, a character.
    Plain(&'a dyn Plain),
    /// What is printed through `Display`.
    Shown(&'a dyn Display),
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Text(text) | Self::Link(text) => text,
            Self::Unsigned(_) | Self::Signed(_) | Self::Plain(_) => "Plain",
            Self::Shown(_) => "Shown",
        })
    }
}

impl<'a> Value<'a> {
    /// Prints an attribute, of which `open` is all up to the opening quote; see [`V`](super::V).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn attr<'b>(self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        match self {
            Self::Absent => c.raw(before(open, at)),
            Self::Text(text) | Self::Link(text) => c.after(open).quoted(text),
            Self::Unsigned(n) => c.after(open).unsigned(n).quote(),
            Self::Signed(n) => c.after(open).signed(n).quote(),
            Self::Plain(it) => it.put(c, open).raw("\""),
            Self::Shown(value) => c.raw(open).display(value).raw("\""),
        }
    }

    /// Prints an attribute, of which `name` is the name, with the space in front.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn named<'b>(self, c: Cur<'b>, name: &str) -> Cur<'b> {
        match self {
            Self::Absent => c,
            value => value.put(c.raw(name).raw("=\"")).raw("\""),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put<'b>(self, c: Cur<'b>) -> Cur<'b> {
        match self {
            Self::Absent => c,
            Self::Text(text) | Self::Link(text) => c.escaped(text),
            Self::Unsigned(n) => c.room().unsigned(n).end(),
            Self::Signed(n) => c.room().signed(n).end(),
            Self::Plain(it) => it.put(c, ""),
            Self::Shown(value) => c.display(value),
        }
    }

    /// The value as plain text, for places that look at it before they print it.
    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Absent => None,
            Self::Text(text) | Self::Link(text) => Some(Cow::Borrowed(text)),
            Self::Unsigned(n) => Some(Cow::Owned(n.to_string())),
            Self::Signed(n) => Some(Cow::Owned(n.to_string())),
            Self::Plain(value) => Some(Cow::Owned(value.to_string())),
            Self::Shown(value) => Some(Cow::Owned(value.to_string())),
        }
    }
}

/// What stands in front of an attribute, in the text that opens it.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn before(open: &str, at: usize) -> &str {
    open.get(..at).unwrap_or(open)
}

/// A number or a character: prints itself without `fmt`.
#[doc(hidden)]
pub trait Plain: Render + Display {}

impl<T: Render + Display> Plain for T {}

macro_rules! values {
    ($($type:ty)* => |$this:ident| $value:expr) => {$(
        #[diagnostic::do_not_recommend]
        impl Attribute for $type {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn value(&self) -> Value<'_> {
                let $this = self;
                $value
            }
        }
    )*};
}

// Most attributes are text. It prints itself, so that no page has to be compiled with all that a value may be, for each of
// its attributes.
macro_rules! texts {
    ($($text:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Attribute for $text {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn value(&self) -> Value<'_> {
                Value::Text(self)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn attr<'b>(&self, c: Cur<'b>, open: &str, _: usize) -> Cur<'b> {
                c.after(open).quoted(self)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn url<'b>(&self, c: Cur<'b>, open: &str, _: usize, to: Use) -> Cur<'b> {
                c.after(open).url(self, to)
            }
        }
    )*};
}

texts!(str String);

values!(Link => |link| Value::Link(link.as_str()));
values!(u128 i128 f32 f64 char NonZero<u128> NonZero<i128> => |it| Value::Plain(it));

/// Whole numbers that 64 bits hold.
macro_rules! whole {
    ($value:ident($as:ty): $($number:ty)*) => {$(
        values!($number => |n| Value::$value(*n as $as));
        values!(NonZero<$number> => |n| Value::$value(n.get() as $as));
    )*};
}

whole!(Unsigned(u64): u8 u16 u32 u64 usize);
whole!(Signed(i64): i8 i16 i32 i64 isize);

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Attribute + ?Sized> Attribute for $pointer {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn value(&self) -> Value<'_> {
                (**self).value()
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn attr<'b>(&self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
                (**self).attr(c, open, at)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn url<'b>(&self, c: Cur<'b>, open: &str, at: usize, to: Use) -> Cur<'b> {
                (**self).url(c, open, at, to)
            }
        }
    )*};
}

pointers!(&T &mut T Box<T> Rc<T> Arc<T>);

#[diagnostic::do_not_recommend]
impl<T: Attribute + ToOwned + ?Sized> Attribute for Cow<'_, T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(&self) -> Value<'_> {
        (**self).value()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn attr<'b>(&self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        (**self).attr(c, open, at)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn url<'b>(&self, c: Cur<'b>, open: &str, at: usize, to: Use) -> Cur<'b> {
        (**self).url(c, open, at, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Attribute> Attribute for Option<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(&self) -> Value<'_> {
        match self {
            Some(value) => value.value(),
            None => Value::Absent,
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn attr<'b>(&self, c: Cur<'b>, open: &str, at: usize) -> Cur<'b> {
        match self {
            Some(value) => value.attr(c, open, at),
            None => c.raw(before(open, at)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn url<'b>(&self, c: Cur<'b>, open: &str, at: usize, to: Use) -> Cur<'b> {
        match self {
            Some(value) => value.url(c, open, at, to),
            None => c.raw(before(open, at)),
        }
    }
}

/// What an attribute takes that is there or absent (`disabled`): a `bool`, or an option of one.
#[diagnostic::on_unimplemented(
    message = "this attribute is there or absent: it takes a `bool`",
    label = "not a `bool`",
    note = "write a condition, such as `disabled={{items.is_empty()}}`, or `disabled` alone"
)]
pub trait Flag {
    #[doc(hidden)]
    fn answer(&self) -> Option<bool>;
}

#[diagnostic::do_not_recommend]
impl Flag for bool {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn answer(&self) -> Option<bool> {
        Some(*self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Flag> Flag for Option<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn answer(&self) -> Option<bool> {
        self.as_ref().and_then(T::answer)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Flag + ?Sized> Flag for &T {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn answer(&self) -> Option<bool> {
        (**self).answer()
    }
}
