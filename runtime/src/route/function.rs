//! A page's function as the router calls it: with arguments that are read from the request, one after the other.
//!
//! Generated code names the function and a reader for each of its arguments; all else stands here once, for functions
//! of up to sixteen arguments.

use std::future::{Ready, ready};
use std::marker::PhantomData;

use axum::response::{IntoResponse, Response};

use super::called::Answer;
use super::extractor::Extractor;
use super::last::Last;
use super::params::{NoSuchPage, Param, Params, param};
use super::reads::Reads;
use super::routes::{BoxFuture, Call};
use super::table::Info;

/// What answers the requests of one page.
pub(super) trait Handler<S>: Send + Sync + 'static {
    /// Takes the page's arguments from the call, and answers.
    fn call<'r>(&'r self, call: Call<'r>, state: &'r S) -> BoxFuture<'r>;

    /// What it reads of that which the router leaves for it.
    fn reads(&self) -> Reads;
}

/// How one argument of a page is read.
pub trait Reader<S> {
    /// The argument's type.
    type Value: Send;

    /// What it reads beside the params.
    fn reads() -> Reads;

    /// Takes the argument from the call.
    ///
    /// # Errors
    /// What the page answers without it.
    fn read(
        call: &mut Call<'_>,
        state: &S,
    ) -> impl Future<Output = Result<Self::Value, Response>> + Send;
}

/// Reads the param of this index.
#[derive(Debug)]
pub struct ParamReader<T, M, const INDEX: usize>(PhantomData<fn() -> (T, M)>);

/// Reads a param of a type that generated code knows nothing of: what is wrong with it is then one error, where
/// [`read`](OwnParam::read) names it.
pub trait OwnParam {
    /// The argument's type.
    type Value: Send;

    /// Takes the argument from the params.
    ///
    /// # Errors
    /// [`NoSuchPage`] where the value is none.
    fn read(params: &Params<'_>) -> Result<Self::Value, NoSuchPage>;
}

/// Reads a param in its own way.
#[derive(Debug)]
pub struct OwnReader<P>(PhantomData<fn() -> P>);

/// Reads an argument that leaves the body alone.
#[derive(Debug)]
pub struct HeadReader<T>(PhantomData<fn() -> T>);

/// Reads the last argument.
#[derive(Debug)]
pub struct LastReader<T, M>(PhantomData<fn() -> (T, M)>);

impl<S: Sync, T: Param<M> + Send, M, const INDEX: usize> Reader<S> for ParamReader<T, M, INDEX> {
    type Value = T;

    fn reads() -> Reads {
        Reads::Nothing
    }

    async fn read(call: &mut Call<'_>, _: &S) -> Result<T, Response> {
        param(&call.params, INDEX).map_err(IntoResponse::into_response)
    }
}

impl<S: Sync, P: OwnParam> Reader<S> for OwnReader<P> {
    type Value = P::Value;

    fn reads() -> Reads {
        Reads::Nothing
    }

    async fn read(call: &mut Call<'_>, _: &S) -> Result<P::Value, Response> {
        P::read(&call.params).map_err(IntoResponse::into_response)
    }
}

impl<S: Sync + 'static, T: Extractor<S> + Send + 'static> Reader<S> for HeadReader<T> {
    type Value = T;

    fn reads() -> Reads {
        Reads::of::<T, S>()
    }

    async fn read(call: &mut Call<'_>, state: &S) -> Result<T, Response> {
        T::take(call.parts, state).await
    }
}

impl<S: Sync + 'static, T: Last<S, M> + Send + 'static, M> Reader<S> for LastReader<T, M> {
    type Value = T;

    fn reads() -> Reads {
        Reads::of::<T, S>()
    }

    async fn read(call: &mut Call<'_>, state: &S) -> Result<T, Response> {
        T::take(call.parts, state).await
    }
}

/// The readers of all arguments of a page.
pub trait Readers<S> {
    /// The arguments.
    type Values: Send;

    /// What they read beside the params.
    fn reads() -> Reads;

    /// Takes the arguments from the call, in their order.
    ///
    /// # Errors
    /// What the page answers without one of them.
    fn read(
        call: &mut Call<'_>,
        state: &S,
    ) -> impl Future<Output = Result<Self::Values, Response>> + Send;
}

/// A function that takes these arguments, a tuple.
pub trait Function<V>: Copy + Send + Sync + 'static {
    /// What it returns, if it is `async`.
    type Future: Future;

    /// Calls it.
    fn call(self, arguments: V) -> Self::Future;
}

/// A function that is not `async`.
#[derive(Debug, Clone, Copy)]
pub struct AtOnce<F>(pub F);

/// A page, ready to be mounted.
pub(super) struct Mounted<F, R, A> {
    pub(super) function: F,
    pub(super) readers: PhantomData<fn() -> R>,
    pub(super) respond: fn(A, &'static Info) -> Answer,
}

impl<S, F, R> Handler<S> for Mounted<F, R, <F::Future as Future>::Output>
where
    S: Sync,
    R: Readers<S> + 'static,
    F: Function<R::Values, Future: Future<Output: 'static> + Send>,
{
    fn call<'r>(&'r self, mut call: Call<'r>, state: &'r S) -> BoxFuture<'r> {
        Box::pin(async move {
            match R::read(&mut call, state).await {
                Ok(arguments) => {
                    let answer = self.function.call(arguments).await;
                    (self.respond)(answer, call.page)
                }
                Err(refused) => Answer::Response(refused),
            }
        })
    }

    fn reads(&self) -> Reads {
        R::reads()
    }
}

macro_rules! functions {
    ($($reader:ident)*) => {
        impl<S, $($reader),*> Readers<S> for ($($reader,)*)
        where
            S: Sync,
            $($reader: Reader<S>,)*
        {
            type Values = ($($reader::Value,)*);

            fn reads() -> Reads {
                Reads::Nothing$(.max($reader::reads()))*
            }

            #[allow(unused_variables)]
            async fn read(call: &mut Call<'_>, state: &S) -> Result<Self::Values, Response> {
                Ok(($($reader::read(call, state).await?,)*))
            }
        }

        impl<F, A, $($reader),*> Function<($($reader,)*)> for F
        where
            F: Fn($($reader),*) -> A + Copy + Send + Sync + 'static,
            A: Future,
        {
            type Future = A;

            #[allow(non_snake_case)]
            fn call(self, ($($reader,)*): ($($reader,)*)) -> A {
                self($($reader),*)
            }
        }

        impl<F, A, $($reader),*> Function<($($reader,)*)> for AtOnce<F>
        where
            F: Fn($($reader),*) -> A + Copy + Send + Sync + 'static,
        {
            type Future = Ready<A>;

            #[allow(non_snake_case)]
            fn call(self, ($($reader,)*): ($($reader,)*)) -> Ready<A> {
                ready((self.0)($($reader),*))
            }
        }
    };
}

functions!();
functions!(A1);
functions!(A1 A2);
functions!(A1 A2 A3);
functions!(A1 A2 A3 A4);
functions!(A1 A2 A3 A4 A5);
functions!(A1 A2 A3 A4 A5 A6);
functions!(A1 A2 A3 A4 A5 A6 A7);
functions!(A1 A2 A3 A4 A5 A6 A7 A8);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15);
functions!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16);
