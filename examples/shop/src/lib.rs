//! Lantern & Reel: a film shop, with one page of each kind that isle makes.

#![forbid(unsafe_code)]

pub mod assets;
pub mod browse;
pub mod cart;
mod catalogue;
pub mod components;
pub mod database;
mod day;
pub mod film;
pub mod islands;
pub mod likes;
pub mod pages;
mod password;
pub mod price;
pub mod shop;

use isle::Settings;

use crate::database::Database;
use crate::pages::{about, account, api, basket, errors, films, journal};
use crate::shop::Shop;

isle::site! {
    /// Every page of the shop.
    pub SITE: [
        films::home,
        films::products,
        films::product,
        journal::feed,
        account::login,
        account::dashboard,
        account::logout,
        basket::cart,
        about::about,
        api::change_cart,
        api::like,
        api::titles,
        errors::missing,
        errors::broken,
    ]
}

/// The shop as an axum router, with nothing left to give it.
pub fn app(settings: Settings, database: Database) -> axum::Router {
    axum::Router::new()
        .merge(SITE::router(settings.clone()))
        .merge(assets::router())
        .fallback(SITE::not_found(settings))
        .with_state(Shop::new(database))
}
