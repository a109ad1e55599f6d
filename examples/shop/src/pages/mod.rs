//! The pages, those that belong together in one file.

pub mod about;
pub mod account;
pub mod api;
pub mod basket;
pub mod errors;
pub mod films;
pub mod journal;
