//! The props of islands as TypeScript, so that a component is checked against what Rust sends.
//!
//! [`Typed`] says what a type is in TypeScript, [`TypeScript`] writes it down.

mod declare;
mod drift;
pub mod saying;
mod typed;

pub use declare::{Shape, TypeScript};
pub use drift::Drift;
pub use typed::Typed;
