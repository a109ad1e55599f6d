//! What the islands ask, each beside a page that does the same without JavaScript.

use axum::Json;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use isle::prelude::*;
use isle::response::Redirect;
use serde::{Deserialize, Serialize};

use crate::browse::Browse;
use crate::cart::Cart;
use crate::likes::Likes;
use crate::pages::basket::{Change, changed};
use crate::pages::films::product;
use crate::price::Price;
use crate::shop::Shop;

/// A line of the cart after a change, and what all of it costs now.
#[derive(Serialize)]
pub struct Changed {
    quantity: u32,
    price: String,
    total: String,
}

/// Changes the cart.
#[endpoint(POST, "/api/cart")]
pub async fn change_cart(
    cookies: Cookies,
    State(shop): State<Shop>,
    Form(change): Form<Change>,
) -> Result<Json<Changed>, Exit> {
    let held: Cart = cookies
        .get("cart")
        .and_then(|cart| cart.parse().ok())
        .unwrap_or_default();
    let cart = changed(&held, &change, &shop).await?;
    let items = shop.items(&cart).await?;
    cookies.set("cart", &cart);
    let line = items.iter().find(|item| item.film.id == change.film());
    let total: Price = items.iter().map(|item| item.price).sum();
    Ok(Json(Changed {
        quantity: line.map_or(0, |line| line.quantity),
        price: line.map_or(Price(0), |line| line.price).to_string(),
        total: total.to_string(),
    }))
}

/// What [`like`] takes.
#[derive(Deserialize)]
pub struct Liked {
    film: i64,
}

/// What [`like`] answers to a script.
#[derive(Serialize)]
pub struct Count {
    liked: bool,
    likes: u32,
}

/// Likes a film, or no longer.
#[endpoint(POST, "/api/like")]
pub async fn like(
    cookies: Cookies,
    headers: HeaderMap,
    State(shop): State<Shop>,
    Form(Liked { film }): Form<Liked>,
) -> Page {
    let Some(film) = shop.film_by_id(film).await? else {
        return not_found();
    };
    let mut liked: Likes = cookies
        .get("likes")
        .and_then(|likes| likes.parse().ok())
        .unwrap_or_default();
    let change = liked.toggle(film.id);
    let likes = shop.like(film.id, change).await?;
    cookies.set("likes", &liked);
    let json = headers
        .get(ACCEPT)
        .is_some_and(|accept| accept == "application/json");
    if !json {
        return redirect_with(product::url(&film.slug), Redirect::SeeOther);
    }
    let liked = liked.hold(film.id);
    respond(Json(Count { liked, likes }))
}

/// The titles that fit some words, for someone who is typing.
#[endpoint(GET, "/api/titles")]
pub async fn titles(
    Query(browse): Query<Browse>,
    State(shop): State<Shop>,
) -> Result<Json<Vec<String>>, Exit> {
    let found = match browse.q.trim() {
        "" => None,
        _ => shop.browse(&browse).await?,
    };
    let titles = found.into_iter().flat_map(|found| found.films);
    Ok(Json(titles.take(8).map(|film| film.title).collect()))
}
