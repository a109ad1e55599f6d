//! What is `Display` and nothing more: printed through it, as the last resort.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fmt::{Display, Write};

use super::{Buf, Cur, Value};
use crate::response::Exit;

/// What can be printed through `Display`; `M` tells the compiler by which way, so that the ways don't overlap.
pub trait Show<M> {
    /// Prints it between tags.
    fn show<'b>(&self, c: Cur<'b>) -> Cur<'b>;
}

/// A single value that can be printed through `Display`, or `None`.
pub trait ShowOne<M> {
    /// The value.
    fn one(&self) -> Value<'_>;
}

/// The way of what is `Display` itself.
#[derive(Debug)]
pub enum Itself {}

/// The way of what holds such.
#[derive(Debug)]
pub struct Within<M>(std::marker::PhantomData<M>);

#[diagnostic::do_not_recommend]
impl<T: Display> Show<Itself> for T {
    fn show<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        c.display(self)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T: Show<M>> Show<Within<M>> for Option<T> {
    fn show<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        match self {
            Some(value) => value.show(c),
            None => c,
        }
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<M, T: Show<M>, $($generics)*> Show<Within<M>> for $list {
            fn show<'b>(&self, c: Cur<'b>) -> Cur<'b> {
                self.iter().fold(c, |c, item| item.show(c))
            }
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T> []VecDeque<T> []BTreeSet<T> [S]HashSet<T, S>);

macro_rules! pointers {
    ($([$($sized:tt)*] $pointer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<M, T: Show<Within<M>> $($sized)*> Show<Within<Within<M>>> for $pointer {
            fn show<'b>(&self, c: Cur<'b>) -> Cur<'b> {
                (**self).show(c)
            }
        }
    )*};
}

pointers!([+ ?Sized] &T [+ ?Sized] &mut T [+ ?Sized] Box<T> [+ ?Sized] std::rc::Rc<T> [+ ?Sized] std::sync::Arc<T>);

#[diagnostic::do_not_recommend]
impl<T: Display> ShowOne<Itself> for T {
    fn one(&self) -> Value<'_> {
        Value::Shown(self)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T: ShowOne<M>> ShowOne<Within<M>> for Option<T> {
    fn one(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, T::one)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T: ShowOne<Within<M>>> ShowOne<Within<Within<M>>> for &T {
    fn one(&self) -> Value<'_> {
        (**self).one()
    }
}

impl Cur<'_> {
    /// Prints through `Display`, escaped.
    ///
    /// Where `fmt` returns an error, which no value should, the page is a failure.
    #[inline(never)]
    pub(super) fn display(self, value: &dyn Display) -> Self {
        let out = self.commit();
        if write!(Escaping(out), "{value}").is_err() {
            out.exit(Exit::from(
                "a value in the markup could not be printed: its `Display` returned an error",
            ));
        }
        out.cur()
    }
}

/// Escapes what `fmt` writes.
struct Escaping<'b>(&'b mut Buf);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.text(text);
        Ok(())
    }
}
