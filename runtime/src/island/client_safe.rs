//! What may go to the browser.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

use super::props::PropsWriter;
use crate::response::Link;

/// What an island's prop may be: the visitor can read it in the page's source.
///
/// Text, numbers, `bool`, lists, options, tuples and maps of such are; a type of one's own is where
/// [`#[derive(ClientProps)]`](macro@crate::ClientProps) stands above it. `Serialize` alone does not make a value safe: a
/// row of a database derives it too, with the password's hash in it.
///
/// ```
/// use isle::prelude::*;
///
/// #[derive(ClientProps)]
/// struct Item {
///     name: String,
///     count: u32,
/// }
///
/// fn safe<T: isle::island::ClientSafe>() {}
/// safe::<Vec<Item>>();
/// ```
///
/// How each is written:
///
/// | Rust | JSON |
/// |---|---|
/// | text, `char` | a string |
/// | integers | a number; one beyond 2<sup>53</sup>-1, which JavaScript would round, ends the page as a failure |
/// | `f32`, `f64` | a number; NaN and the infinities, which JSON does not have, end the page as a failure |
/// | `None`, `()` | `null` |
/// | lists, sets, tuples | an array |
/// | maps with strings as keys | an object |
#[diagnostic::on_unimplemented(
    message = "`{Self}` must not go to the browser: nothing says that a visitor may read it",
    label = "not known to be safe in a browser",
    note = "if a visitor may read all of it, write `#[derive(ClientProps)]` above the type; else give the island the fields that it needs",
    note = "`Serialize` says nothing of who may read a value; a closure and a `Secret` stay on the server"
)]
pub trait ClientSafe {
    /// Writes the value.
    fn write(&self, json: &mut PropsWriter<'_>);
}

macro_rules! texts {
    ($($text:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl ClientSafe for $text {
            fn write(&self, json: &mut PropsWriter<'_>) {
                json.text(self);
            }
        }
    )*};
}

texts!(str String);

#[diagnostic::do_not_recommend]
impl ClientSafe for char {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.text(self.encode_utf8(&mut [0; 4]));
    }
}

#[diagnostic::do_not_recommend]
impl ClientSafe for Link {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.text(self.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl ClientSafe for bool {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.bool(*self);
    }
}

#[diagnostic::do_not_recommend]
impl ClientSafe for () {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.null();
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl ClientSafe for $integer {
            fn write(&self, json: &mut PropsWriter<'_>) {
                json.integer(i128::try_from(*self).ok());
            }
        }

        #[diagnostic::do_not_recommend]
        impl ClientSafe for NonZero<$integer> {
            fn write(&self, json: &mut PropsWriter<'_>) {
                self.get().write(json);
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

#[diagnostic::do_not_recommend]
impl ClientSafe for f32 {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.float(self.is_finite(), format_args!("{self:?}"));
    }
}

#[diagnostic::do_not_recommend]
impl ClientSafe for f64 {
    fn write(&self, json: &mut PropsWriter<'_>) {
        json.float(self.is_finite(), format_args!("{self:?}"));
    }
}

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        impl<T: ClientSafe + ?Sized> ClientSafe for $pointer {
            fn write(&self, json: &mut PropsWriter<'_>) {
                (**self).write(json);
            }
        }
    )*};
}

pointers!(&T &mut T Box<T> Rc<T> Arc<T>);

impl<T: ClientSafe + ToOwned<Owned: ClientSafe> + ?Sized> ClientSafe for Cow<'_, T> {
    fn write(&self, json: &mut PropsWriter<'_>) {
        (**self).write(json);
    }
}

impl<T: ClientSafe> ClientSafe for Option<T> {
    fn write(&self, json: &mut PropsWriter<'_>) {
        match self {
            Some(value) => value.write(json),
            None => json.null(),
        }
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty)*) => {$(
        impl<T: ClientSafe, $($generics)*> ClientSafe for $list {
            fn write(&self, json: &mut PropsWriter<'_>) {
                let mut array = json.array();
                self.iter().for_each(|item| array.item(item));
                array.end();
            }
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T> []VecDeque<T> []BTreeSet<T> [S]HashSet<T, S>);

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: ClientSafe),*> ClientSafe for ($($name,)*) {
            #[allow(non_snake_case)]
            fn write(&self, json: &mut PropsWriter<'_>) {
                let ($($name,)*) = self;
                let mut array = json.array();
                $(array.item($name);)*
                array.end();
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

/// What the keys of a map may be: text whose order and equality are the text's, so that no key is written twice.
#[diagnostic::on_unimplemented(
    message = "a map whose keys are `{Self}` has no JSON",
    label = "its keys are no text",
    note = "use text as keys, or send a list of pairs"
)]
pub trait Key {
    #[doc(hidden)]
    fn key(&self) -> &str;
}

macro_rules! keys {
    ($($key:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Key for $key {
            fn key(&self) -> &str {
                self
            }
        }
    )*};
}

keys!(&str String Cow<'_, str> Box<str> Rc<str> Arc<str>);

macro_rules! maps {
    ($([$($generics:tt)*] $map:ty)*) => {$(
        impl<K: Key, V: ClientSafe, $($generics)*> ClientSafe for $map {
            fn write(&self, json: &mut PropsWriter<'_>) {
                let mut object = json.object();
                self.iter().for_each(|(key, value)| object.entry(key.key(), value));
                object.end();
            }
        }
    )*};
}

maps!([] BTreeMap<K, V> [S] HashMap<K, V, S>);
