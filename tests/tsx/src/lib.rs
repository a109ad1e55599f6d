//! The tests stand in `tests/`. The modules in `dist/` were written by hand, in the form in which a build writes them, so
//! that no Node is needed.
#![forbid(unsafe_code)]
