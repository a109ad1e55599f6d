//! Values of props, converted where that is plainly meant.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// What a prop of type `T` can be given as.
///
/// Props that are strings take string literals, and an `Option` takes what it may hold:
///
/// ```
/// use isle::prelude::*;
///
/// #[component]
/// fn Badge(label: String, note: Option<&str>) -> Html {
///     html! { <b title={note}>{label}</b> }
/// }
///
/// assert_eq!(html! { <Badge label="new" note="since May" /> }.as_str(), r#"<b title="since May">new</b>"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "this prop takes `{T}`, not `{Self}`",
    label = "is `{Self}`",
    note = "write a value of the type `{T}`; where that is an `Option`, what it may hold is enough"
)]
pub trait IntoProp<T> {
    /// Converts.
    fn into_prop(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> IntoProp<T> for T {
    fn into_prop(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoProp<Option<T>> for T {
    fn into_prop(self) -> Option<T> {
        Some(self)
    }
}

macro_rules! strings {
    ($($owned:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoProp<$owned> for &str {
            fn into_prop(self) -> $owned {
                self.into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoProp<Option<$owned>> for &str {
            fn into_prop(self) -> Option<$owned> {
                Some(self.into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoProp<Option<$owned>> for Option<&str> {
            fn into_prop(self) -> Option<$owned> {
                self.map(Into::into)
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoProp<$owned> for &String {
            fn into_prop(self) -> $owned {
                self.as_str().into()
            }
        }
    )*};
}

strings!(String, Box<str>, Rc<str>, Arc<str>);

#[diagnostic::do_not_recommend]
impl<'s> IntoProp<Cow<'s, str>> for &'s str {
    fn into_prop(self) -> Cow<'s, str> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<'s> IntoProp<Cow<'s, str>> for &'s String {
    fn into_prop(self) -> Cow<'s, str> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<'s> IntoProp<Cow<'s, str>> for String {
    fn into_prop(self) -> Cow<'s, str> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<'s> IntoProp<Option<&'s str>> for &'s String {
    fn into_prop(self) -> Option<&'s str> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'s> IntoProp<Option<&'s str>> for &'s Option<String> {
    fn into_prop(self) -> Option<&'s str> {
        self.as_deref()
    }
}

/// The value of a prop that every call gives: [`complete`](super::complete) saw to it.
#[inline]
#[track_caller]
pub fn required<T>(value: Option<T>) -> T {
    value.expect("a call without a required prop does not compile")
}

/// The same, by reference.
#[inline]
#[track_caller]
pub fn given<T>(value: &Option<T>) -> &T {
    value
        .as_ref()
        .expect("a call without a required prop does not compile")
}
