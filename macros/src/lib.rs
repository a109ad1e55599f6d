//! The macros of isle. Users depend on the crate `isle`, which re-exports them.
#![forbid(unsafe_code)]
