//! How fast isle prints pages, beside other engines and a writer by hand.

pub mod clock;
pub mod data;
pub mod dom;
pub mod engine;
pub mod reference;
pub mod rounds;
pub mod workload;
