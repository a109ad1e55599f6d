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

use std::error::Error;
use std::path::Path;

use isle::ahead::{Exported, Files, NotPrepared};
use isle::{Prepared, Settings};

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
        journal::entry,
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
///
/// # Errors
/// Names each page that could not be rendered ahead of time.
pub async fn app(settings: Settings, database: Database) -> Result<axum::Router, NotPrepared> {
    let shop = Shop::new(database);
    let site = SITE::prepare(settings, &shop).await?;
    Ok(axum::Router::new()
        .merge(site.router())
        .merge(assets::router())
        .fallback(site.not_found())
        .with_state(shop))
}

/// Writes what is rendered ahead of time, and the files that it refers to, into a folder for a static host.
///
/// # Errors
/// Names the page that could not be rendered, or the file that could not be written.
pub async fn export(
    settings: Settings,
    database: Database,
    folder: &Path,
) -> Result<Exported, Box<dyn Error>> {
    let site: Prepared<Shop> = SITE::prepare(settings, &Shop::new(database)).await?;
    let mut files = Files::of(&site)?;
    for (path, text) in assets::FILES {
        files = files.add(path, text)?;
    }
    Ok(files.write(folder)?)
}
