//! The pages: the cart, and what its forms change.

use axum::Form;
use isle::prelude::*;
use isle::response::Redirect;
use serde::Deserialize;

use crate::cart;
use crate::catalogue::{FILMS, Film};
use crate::islands::{Cart, CartItem, Films, Summary, Visit};

/// What delivery costs, and from which subtotal it is free, in euro cents.
const DELIVERY: u32 = 490;
const FREE: u32 = 8000;

#[page("/")]
pub(crate) async fn home(cookies: Cookies) -> Page {
    html! {
        ---
        let held = held(&cookies);
        let items: Vec<CartItem> = held.lines().map(|(film, copies)| item(film, copies)).collect();
        let copies = items.iter().map(|item| item.copies).sum();
        let subtotal = items.iter().map(|item| item.copies * item.price).sum();
        let others = FILMS.iter().filter(|film| held.copies(film.number) == 0);
        let others: Vec<CartItem> = others.map(|film| item(film, 0)).collect();
        ---
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <title>"Your cart · Lantern & Reel"</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="data:," />
                <link rel="stylesheet" href="/style.css" />
            </head>
            <body>
                <header class="bar">
                    <div class="top">
                        <a class="brand" href={home::url()}>"Lantern & Reel"</a>
                        <Visit client:only><p class="visit" slot="fallback">"Welcome."</p></Visit>
                    </div>
                </header>
                <main>
                    <h1>Your cart</h1>
                    <div class="columns">
                        <Cart items={items} change={change::url()} client:load>
                            <p class="quiet">"Prices include tax. Nothing is sent, since nothing is sold."</p>
                        </Cart>
                        <aside>
                            <Summary copies={copies} subtotal={subtotal} delivery={DELIVERY} free={FREE} client:visible>
                                <p class="quiet">"Copies leave the shop in a tin."</p>
                            </Summary>
                        </aside>
                    </div>
                    {if !others.is_empty() {
                        <h2>Still on the shelf</h2>
                        <Films films={others} change={change::url()} />
                    }}
                </main>
                <footer class="bottom">
                    <p>"The cart is a component of Preact, the sum beside it one of Svelte, and the shelf one of Preact that ships no script."</p>
                </footer>
            </body>
        </html>
    }
}

/// What a form does to the cart.
#[derive(Deserialize)]
pub(crate) struct Change {
    film: u32,
    copies: u32,
}

#[endpoint(POST, "/change")]
pub(crate) async fn change(cookies: Cookies, Form(change): Form<Change>) -> Page {
    let mut cart = held(&cookies);
    cart.set(change.film, change.copies);
    cookies.set("cart", &cart);
    redirect_with(home::url(), Redirect::SeeOther)
}

fn held(cookies: &Cookies) -> cart::Cart {
    let cart = cookies.get("cart").and_then(|cart| cart.parse().ok());
    cart.unwrap_or_else(cart::Cart::first)
}

fn item(film: &Film, copies: u32) -> CartItem {
    CartItem {
        film: film.number,
        title: film.title,
        year: film.year,
        hue: film.hue,
        price: film.price,
        copies,
    }
}
