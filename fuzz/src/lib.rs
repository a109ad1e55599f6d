//! What the fuzz targets do with their input, a function each.
#![forbid(unsafe_code)]

pub mod cursor;
