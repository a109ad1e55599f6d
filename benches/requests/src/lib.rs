//! Requests made in process: no socket, no executor, one thread.

#[path = "../../src/clock.rs"]
pub mod clock;
mod counted;
pub mod markup;
mod print;
mod run;

/// The writer by hand that the other benchmarks are measured by.
#[allow(dead_code, unused_imports)]
#[path = "../../src/reference"]
mod reference {
    mod digits;
    mod escape;
    mod out;

    pub use escape::text;
    pub use out::{Capacity, Cur, Out};
}

pub use counted::instructions;
pub use print::print;
pub use run::{Answer, answer, request};
