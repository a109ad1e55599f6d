//! The params of a page that is rendered ahead of time, as a function of the site's lists them.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::pin::Pin;

use axum::http::Request;
use axum::http::request::Parts;
use axum::response::Response;

use super::argument::NeedsNoRequest;
use crate::response::Failure;
use crate::route::{Extractor, Info, UrlParam};

/// Why a list could not be made.
pub type ListError = Box<dyn Error + Send + Sync>;

/// For each path of a page, the values of its params as text.
pub type Listed = Result<Vec<Vec<String>>, ListError>;

/// What `prerender = …` can name: an async function that returns what the page takes in its path, for each path.
///
/// `P` is the page's params as a tuple, `A` the function's arguments, `M` how its values stand for the params; all are
/// inferred.
#[diagnostic::on_unimplemented(
    message = "`prerender` names a function that lists the page's params, and this is none",
    label = "lists no params of the page",
    note = "write `async fn list(State(shop): State<Shop>) -> Result<Vec<String>, Error>`, with what the page takes in its path in place of `String`, and a tuple where it takes several",
    note = "it can take what the page takes but for the params, such as its `State<…>`; the `Result` may be left out"
)]
pub trait List<S, P, A, M> {
    /// Calls the function.
    fn list(self, state: &S) -> impl Future<Output = Listed> + Send;
}

/// The lists of a site's pages.
pub(crate) struct Lists<S>(HashMap<&'static str, Box<dyn Asks<S>>>);

/// A list as a function of the state.
type Asked<'r> = Pin<Box<dyn Future<Output = Listed> + Send + 'r>>;

pub(super) trait Asks<S>: Send + Sync {
    fn ask<'r>(&'r self, state: &'r S) -> Asked<'r>;
}

impl<S, F: for<'r> Fn(&'r S) -> Asked<'r> + Send + Sync> Asks<S> for F {
    fn ask<'r>(&'r self, state: &'r S) -> Asked<'r> {
        self(state)
    }
}

impl<S> Lists<S> {
    pub(crate) fn new() -> Lists<S> {
        Lists(HashMap::new())
    }

    /// The list of a page, which is known by its name.
    pub(crate) fn add<P, A, M, L>(&mut self, info: &'static Info, list: L)
    where
        L: List<S, P, A, M> + Copy + Send + Sync + 'static,
        P: 'static,
        A: 'static,
        M: 'static,
    {
        fn asks<S, F: for<'r> Fn(&'r S) -> Asked<'r>>(ask: F) -> F {
            ask
        }
        let ask = asks(move |state| Box::pin(list.list(state)));
        self.0.insert(info.name, Box::new(ask));
    }

    pub(super) fn take(&mut self, info: &Info) -> Option<Box<dyn Asks<S>>> {
        self.0.remove(info.name)
    }
}

impl<S> fmt::Debug for Lists<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

macro_rules! functions {
    ($($argument:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<S, P, M, F, R, $($argument,)*> List<S, P, ($($argument,)*), M> for F
        where
            S: Sync,
            F: FnOnce($($argument),*) -> R + Send,
            R: Future<Output: Rows<P, M>> + Send,
            $($argument: Extractor<S> + NeedsNoRequest + Send,)*
        {
            #[allow(non_snake_case, unused_variables, unused_mut)]
            async fn list(self, state: &S) -> Listed {
                let (mut parts, ()) = Request::new(()).into_parts();
                $(let $argument = argument::<S, $argument>(&mut parts, state).await?;)*
                self($($argument),*).await.rows()
            }
        }
    };
}

functions!();
functions!(A1);
functions!(A1 A2);
functions!(A1 A2 A3);
functions!(A1 A2 A3 A4);

async fn argument<S, A: Extractor<S>>(parts: &mut Parts, state: &S) -> Result<A, ListError> {
    A::take(parts, state)
        .await
        .map_err(|refused| refusal(&refused))
}

/// Why an argument of the list could not be had.
fn refusal(refused: &Response) -> ListError {
    match refused.extensions().get::<Failure>() {
        Some(Failure(error)) => error.to_string().into(),
        None => format!(
            "an argument of the list was refused with {}",
            refused.status()
        )
        .into(),
    }
}

/// What the function returns: the rows, or an error of any type.
#[diagnostic::on_unimplemented(
    message = "a list of a page's params is no `{Self}`",
    label = "lists no params",
    note = "return a `Vec` of what the page takes in its path, or a `Result` of one"
)]
pub trait Rows<P, M> {
    /// The rows as text.
    ///
    /// # Errors
    /// The function's own.
    fn rows(self) -> Listed;
}

#[diagnostic::do_not_recommend]
impl<P, R: Row<P, M>, M> Rows<P, M> for Vec<R> {
    fn rows(self) -> Listed {
        Ok(self.iter().map(Row::values).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<P, R: Row<P, M>, M, E: Into<ListError>> Rows<P, M> for Result<Vec<R>, E> {
    fn rows(self) -> Listed {
        self.map_err(Into::into)?.rows()
    }
}

/// The params of one path: a value for the one param of a page, or a tuple with a value for each, as `url()` takes them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't stand for the params of the page, `{P}`",
    label = "the list has these",
    note = "list what the page takes in its path: a value for a single param, a tuple where there are several"
)]
pub trait Row<P, M> {
    /// The values as text.
    fn values(&self) -> Vec<String>;
}

#[diagnostic::do_not_recommend]
impl<T, U: UrlParam<T, M>, M> Row<(T,), M> for U {
    fn values(&self) -> Vec<String> {
        vec![self.url_param().into_owned()]
    }
}

macro_rules! tuples {
    ($($value:ident $param:ident $how:ident),*) => {
        #[diagnostic::do_not_recommend]
        impl<$($param, $value: UrlParam<$param, $how>, $how,)*> Row<($($param,)*), ($($how,)*)> for ($($value,)*) {
            #[allow(non_snake_case)]
            fn values(&self) -> Vec<String> {
                let ($($value,)*) = self;
                vec![$($value.url_param().into_owned(),)*]
            }
        }
    };
}

tuples!(U1 T1 M1, U2 T2 M2);
tuples!(U1 T1 M1, U2 T2 M2, U3 T3 M3);
tuples!(U1 T1 M1, U2 T2 M2, U3 T3 M3, U4 T4 M4);
tuples!(U1 T1 M1, U2 T2 M2, U3 T3 M3, U4 T4 M4, U5 T5 M5);
tuples!(U1 T1 M1, U2 T2 M2, U3 T3 M3, U4 T4 M4, U5 T5 M5, U6 T6 M6);

#[cfg(test)]
mod tests {
    use axum::extract::State;

    use super::*;

    async fn listed<S, P, A, M>(list: impl List<S, P, A, M>, state: S) -> Listed {
        list.list(&state).await
    }

    #[tokio::test]
    async fn values_stand_for_the_params_as_in_a_link() {
        async fn slugs() -> Vec<&'static str> {
            vec!["a", "b/c"]
        }
        let rows = listed::<(), (String,), _, _>(slugs, ()).await.unwrap();
        assert_eq!(rows, [["a"], ["b/c"]]);

        async fn numbers(State(last): State<u8>) -> Result<Vec<(u8, &'static str)>, String> {
            Ok((1..=last).map(|number| (number, "x")).collect())
        }
        let rows = listed::<u8, (u8, String), _, _>(numbers, 2).await.unwrap();
        assert_eq!(rows, [["1", "x"], ["2", "x"]]);

        async fn rests() -> Vec<Vec<&'static str>> {
            vec![vec![], vec!["a", "b"]]
        }
        let rows = listed::<(), (Vec<String>,), _, _>(rests, ()).await.unwrap();
        assert_eq!(rows, [[""], ["a/b"]]);
    }

    #[tokio::test]
    async fn what_failed_is_said() {
        async fn failing() -> Result<Vec<u32>, std::io::Error> {
            Err(std::io::Error::other("the disk is gone"))
        }
        let error = listed::<(), (u32,), _, _>(failing, ()).await.unwrap_err();
        assert_eq!(error.to_string(), "the disk is gone");
        async fn odd(_: crate::ResponseHead) -> Vec<u32> {
            Vec::new()
        }
        let error = listed::<(), (u32,), _, _>(odd, ()).await.unwrap_err();
        assert!(error.to_string().contains("ResponseHead"), "{error}");
    }
}
