//! `class:list`: names that come and go.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::Cur;
use super::attribute::Value;

/// An item of `class:list={[…]}`: text, an option of it, text with a condition, or a list of such.
///
/// ```
/// use isle::html::{Buf, Classes, V};
///
/// let mut out = Buf::new();
/// let list = Classes::open(out.cur(), " class=\"");
/// let list = V("tag").class(list);
/// let list = V(("hot", true)).class(list);
/// let list = V(None::<&str>).class(list);
/// list.close().commit();
/// assert_eq!(out.as_str(), " class=\"tag hot\"");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be an item of `class:list`",
    label = "not a class",
    note = "an item is text, `Option`al text, text with a condition such as `(\"hot\", item.hot)`, or a list of such"
)]
pub trait Class {
    #[doc(hidden)]
    fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b>;
}

/// A `class` attribute that is being printed: names joined by one space, and no attribute where there is none.
#[derive(Debug)]
#[must_use = "a list of classes ends with `close`"]
pub struct Classes<'b> {
    c: Cur<'b>,
    /// What stands in front of the next name; the attribute's beginning, as long as nothing is printed.
    front: Front,
}

#[derive(Clone, Copy, Debug)]
enum Front {
    Open(&'static str),
    Space,
}

impl<'b> Classes<'b> {
    /// Begins the attribute: ` class="`, or with the names that always stand there: ` class="card wide`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn open(c: Cur<'b>, open: &'static str) -> Self {
        if open.ends_with('"') {
            Self {
                c,
                front: Front::Open(open),
            }
        } else {
            Self {
                c: c.raw(open),
                front: Front::Space,
            }
        }
    }

    /// Ends it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn close(self) -> Cur<'b> {
        match self.front {
            Front::Open(_) => self.c,
            Front::Space => self.c.raw("\""),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn name(self, name: &str) -> Self {
        if name.is_empty() {
            return self;
        }
        let c = match self.front {
            Front::Open(open) => self.c.after(open),
            Front::Space => self.c.after(" "),
        };
        Self {
            c: c.escaped(name),
            front: Front::Space,
        }
    }
}

impl Value<'_> {
    /// Adds it to a list of classes.
    #[inline]
    pub(super) fn class<'b>(self, classes: Classes<'b>) -> Classes<'b> {
        match self.text() {
            Some(name) => classes.name(&name),
            None => classes,
        }
    }
}

macro_rules! texts {
    ($($text:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Class for $text {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> {
                classes.name(self)
            }
        }
    )*};
}

texts!(str String Cow<'_, str>);

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Class + ?Sized> Class for $pointer {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> {
                (**self).class(classes)
            }
        }
    )*};
}

pointers!(&T &mut T Box<T> Rc<T> Arc<T>);

#[diagnostic::do_not_recommend]
impl<T: Class> Class for Option<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> {
        match self {
            Some(item) => item.class(classes),
            None => classes,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Class> Class for (T, bool) {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> {
        if self.1 {
            self.0.class(classes)
        } else {
            classes
        }
    }
}

macro_rules! lists {
    ($([$($length:tt)*] $list:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Class, $($length)*> Class for $list {
            #[inline]
            fn class<'b>(&self, classes: Classes<'b>) -> Classes<'b> {
                self.iter().fold(classes, |classes, item| item.class(classes))
            }
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T>);
