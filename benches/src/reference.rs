//! The reference: a writer by hand, at the limit of what printing these bytes costs.
//!
//! It is no product: whoever calls it makes room for a block of straight-line stores, and then stores without a check.
//! Its escaping is isle's (the same five characters, and NUL), so that both do the same work.

mod digits;
mod escape;
mod out;

pub use digits::number;
pub use escape::text;
pub use out::{Capacity, Cur, Out};
