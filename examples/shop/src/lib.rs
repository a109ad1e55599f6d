//! Lantern & Reel: a film shop, with one page of each kind that isle makes.

#![forbid(unsafe_code)]

pub mod browse;
pub mod cart;
mod catalogue;
pub mod database;
pub mod film;
mod password;
pub mod price;
pub mod shop;
