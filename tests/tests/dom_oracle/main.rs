//! The DOM oracle over every place where a value can stand, every type that a value can have, and some two thousand
//! payloads: the page's tree is the one with an innocuous value, the value aside.
#![forbid(unsafe_code)]
// Each type is there because it is that type.
#![allow(clippy::needless_borrows_for_generic_args, clippy::useless_format)]

mod attributes;
mod components;
mod islands;
mod lists;
mod scripts;
mod text;
mod types;
mod urls;
