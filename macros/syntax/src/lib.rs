//! What isle's macros read, from source text to a checked tree.
//!
//! A plain library on top of [`proc_macro2`]: it knows neither the compiler nor what is generated, so it can be
//! tested, fuzzed and measured on its own.
#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod markup;
pub mod pattern;
pub mod script;

pub use markup::nearest;
