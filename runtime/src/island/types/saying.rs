//! Asks a type for its name, and takes `unknown` from one that has none.

use std::marker::PhantomData;

use super::declare::TypeScript;
use super::typed::Typed;

/// What says a type.
pub type Says = fn(&mut TypeScript) -> String;

/// A type that is asked.
#[derive(Debug)]
pub struct Asked<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized> Asked<T> {
    /// Nothing of the type is needed.
    pub const NEW: Self = Self(PhantomData);
}

/// A type that says itself what it is.
pub trait SaysType {
    /// What says it.
    fn says(&self) -> Says;
}

impl<T: Typed + ?Sized> SaysType for Asked<T> {
    fn says(&self) -> Says {
        T::typed
    }
}

/// Any other: found one reference further.
pub trait SaysUnknown {
    /// What says it.
    fn says(&self) -> Says;
}

impl<T: ?Sized> SaysUnknown for &Asked<T> {
    fn says(&self) -> Says {
        |_| "unknown".to_owned()
    }
}
