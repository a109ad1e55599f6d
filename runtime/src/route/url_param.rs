//! Values that a page's `url()` takes.

use std::borrow::Cow;
use std::fmt::Display;

/// What can stand for a `[param]` in a page's `url()`, where the page's argument is a `T`. `M` says how, and is always
/// inferred.
///
/// Anything that can be displayed stands for itself, and text for a `String`. For a rest that may be empty, an
/// `Option<T>`, a `T` is enough; for a `Vec<T>` any list of its segments.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/products/[slug]")]
/// async fn product(slug: String) -> Page {
///     html! { <h1>{slug}</h1> }
/// }
///
/// #[page("/docs/[...path]")]
/// async fn docs(path: Option<String>) -> Page {
///     html! { <h1>{path}</h1> }
/// }
///
/// assert_eq!(product::url("red shoe").as_str(), "/products/red%20shoe");
/// assert_eq!(docs::url("guide/start").as_str(), "/docs/guide/start");
/// assert_eq!(docs::url("").as_str(), "/docs");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't stand for this param of the link",
    label = "the page takes `{T}` here",
    note = "give a `{T}`, or text where it is a `String`; a type of your own must implement `std::fmt::Display`"
)]
pub trait UrlParam<T, M> {
    /// The value as text. In a rest each `/` ends a segment.
    fn url_param(&self) -> Cow<'_, str>;
}

/// A value that stands for itself.
#[derive(Debug)]
pub enum Itself {}

/// A value where none is needed.
#[derive(Debug)]
pub struct Given<M>(M);

/// A value, or none.
#[derive(Debug)]
pub struct Perhaps<M>(M);

/// The segments of a rest.
#[derive(Debug)]
pub struct Each<M>(M);

/// A value where the page would take a bad one too.
#[derive(Debug)]
pub struct Good<M>(M);

#[diagnostic::do_not_recommend]
impl<T: Display> UrlParam<T, Itself> for T {
    fn url_param(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Display> UrlParam<T, Itself> for &T {
    fn url_param(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

macro_rules! text {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl UrlParam<String, Itself> for $text {
            fn url_param(&self) -> Cow<'_, str> {
                Cow::Borrowed(self)
            }
        }
    )*};
}

text!(
    &str,
    &&str,
    Cow<'_, str>,
    &Cow<'_, str>,
    Box<str>,
    &Box<str>
);

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> UrlParam<Option<T>, Given<M>> for U {
    fn url_param(&self) -> Cow<'_, str> {
        self.url_param()
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> UrlParam<Option<T>, Perhaps<M>> for Option<U> {
    fn url_param(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), UrlParam::url_param)
    }
}

#[diagnostic::do_not_recommend]
impl<T, E, U: UrlParam<T, M>, M> UrlParam<Result<T, E>, Good<M>> for U {
    fn url_param(&self) -> Cow<'_, str> {
        self.url_param()
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> UrlParam<Vec<T>, Each<M>> for Vec<U> {
    fn url_param(&self) -> Cow<'_, str> {
        joined(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> UrlParam<Vec<T>, Each<M>> for &Vec<U> {
    fn url_param(&self) -> Cow<'_, str> {
        joined(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> UrlParam<Vec<T>, Each<M>> for &[U] {
    fn url_param(&self) -> Cow<'_, str> {
        joined(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M, const N: usize> UrlParam<Vec<T>, Each<M>> for [U; N] {
    fn url_param(&self) -> Cow<'_, str> {
        joined(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M, const N: usize> UrlParam<Vec<T>, Each<M>> for &[U; N] {
    fn url_param(&self) -> Cow<'_, str> {
        joined(*self)
    }
}

fn joined<T, U: UrlParam<T, M>, M>(segments: &[U]) -> Cow<'_, str> {
    let segments: Vec<_> = segments.iter().map(UrlParam::url_param).collect();
    Cow::Owned(segments.join("/"))
}
