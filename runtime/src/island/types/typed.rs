//! What a type is in TypeScript, once its JSON is read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

use super::declare::TypeScript;
use crate::island::{ClientSafe, Key};
use crate::response::Link;

/// A type that has a name in TypeScript: what the props of an island without a body are made of.
///
/// What isle makes [`ClientSafe`] is one, and so is a type of one's own with
/// [`#[derive(ClientProps)]`](macro@crate::ClientProps) above it. A type that says by an `impl ClientSafe` how it is sent is
/// `unknown`, unless it says here what comes of it.
///
/// | Rust | TypeScript |
/// |---|---|
/// | text, `char` | `string` |
/// | numbers | `number` |
/// | `bool`, `()` | `boolean`, `null` |
/// | `Option<T>` | `T \| null`: a prop that is left out is written as `null` |
/// | lists and sets | `T[]` |
/// | tuples | `[A, B]` |
/// | maps | `{ [key: string]: T }` |
/// | a struct | an interface of its name |
/// | an enum | the union of its variants: `"Plain" \| { Sized: number }` |
pub trait Typed {
    /// The type's name or form, after whatever it needs was declared.
    fn typed(types: &mut TypeScript) -> String;
}

macro_rules! plain {
    ($name:literal: $($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Typed for $ty {
            fn typed(_: &mut TypeScript) -> String {
                $name.to_owned()
            }
        }
    )*};
}

plain!("string": str String char Link);
plain!("boolean": bool);
plain!("null": ());
plain!("number": f32 f64);
// Only the value itself knows.
plain!("unknown": dyn ClientSafe);

macro_rules! integers {
    ($($integer:ty)*) => { plain!("number": $($integer NonZero<$integer>)*); };
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

macro_rules! same {
    ($([$($generics:tt)*] $outer:ty: $inner:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Typed for $outer {
            fn typed(types: &mut TypeScript) -> String {
                <$inner>::typed(types)
            }
        }
    )*};
}

same! {
    [T: Typed + ?Sized] &T: T;
    [T: Typed + ?Sized] &mut T: T;
    [T: Typed + ?Sized] Box<T>: T;
    [T: Typed + ?Sized] Rc<T>: T;
    [T: Typed + ?Sized] Arc<T>: T;
    [T: Typed + ToOwned + ?Sized] Cow<'_, T>: T;
}

impl<T: Typed> Typed for Option<T> {
    fn typed(types: &mut TypeScript) -> String {
        let inner = T::typed(types);
        match inner == "null" || inner.ends_with(" | null") {
            true => inner,
            false => format!("{inner} | null"),
        }
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty)*) => {$(
        impl<T: Typed, $($generics)*> Typed for $list {
            fn typed(types: &mut TypeScript) -> String {
                let item = T::typed(types);
                match item.contains(" | ") {
                    true => format!("({item})[]"),
                    false => format!("{item}[]"),
                }
            }
        }
    )*};
}

lists!([][T] [const N: usize][T; N] []Vec<T> []VecDeque<T> []BTreeSet<T> [S]HashSet<T, S>);

macro_rules! maps {
    ($([$($generics:tt)*] $map:ty)*) => {$(
        impl<K: Key, V: Typed, $($generics)*> Typed for $map {
            fn typed(types: &mut TypeScript) -> String {
                format!("{{ [key: string]: {} }}", V::typed(types))
            }
        }
    )*};
}

maps!([] BTreeMap<K, V> [S] HashMap<K, V, S>);

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: Typed),*> Typed for ($($name,)*) {
            fn typed(types: &mut TypeScript) -> String {
                types.tuple(&[$($name::typed),*])
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
