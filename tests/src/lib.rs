//! What the tests of isle share.
#![forbid(unsafe_code)]

pub mod raw;
