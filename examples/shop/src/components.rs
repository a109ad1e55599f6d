//! What several pages share: the frame around them, and a film in a list.

use isle::prelude::*;

use crate::assets;
use crate::day;
use crate::film::Film;
use crate::pages::about::about;
use crate::pages::account::dashboard;
use crate::pages::basket::cart;
use crate::pages::films::{home, product, products};
use crate::pages::journal::feed;

/// The frame around every page. `here` is the name of the part of the shop that the page belongs to.
#[component]
pub fn Layout(title: &str, #[default] here: &str) -> Html {
    html! {
        ---
        let parts = [
            ("Films", products::url()),
            ("Journal", feed::url()),
            ("About", about::url()),
            ("Account", dashboard::url()),
            ("Cart", cart::url()),
        ];
        ---
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <title>{title}" · Lantern & Reel"</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" type="image/svg+xml" href={assets::icon()} />
                <link rel="stylesheet" href={assets::style()} />
                <slot name="head" />
            </head>
            <body>
                <a class="skip" href="#content">Skip to the content</a>
                <header class="bar">
                    <div class="top">
                        <a class="brand" href={home::url()}><Lantern />"Lantern & Reel"</a>
                        <nav aria-label="Shop">
                            <ul>
                                {for (name, url) in parts {
                                    <li><a href={url} aria-current={(name == here).then_some("page")}>{name}</a></li>
                                }}
                            </ul>
                        </nav>
                    </div>
                </header>
                <main id="content" tabindex="-1"><slot /></main>
                <footer class="bottom">
                    <p>"Lantern & Reel sells nothing: it is an example of isle. Most of these pages run no script."</p>
                </footer>
            </body>
        </html>
    }
}

/// The shop's sign.
#[component]
fn Lantern() -> Html {
    html! {
        <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">
            <path d="M12 7V5a4 4 0 0 1 8 0v2M9 7h14l-2 5 3 13H8l3-13zM7 29h18" />
            <circle cx="16" cy="18" r="3" />
        </svg>
    }
}

/// The picture of a film: its title on its colour.
#[component]
pub fn Cover(film: &Film) -> Html {
    html! {
        <span class="cover" style={[("--hue", film.hue)]}>
            <span class="title">{film.title}</span>
            <span class="year">{film.year()}</span>
        </span>
    }
}

/// A film among others.
#[component]
pub fn FilmCard(film: &Film) -> Html {
    html! {
        <li class="film">
            <a href={product::url(&film.slug)}><Cover film={film} /></a>
            {if let Some(director) = &film.director { <p>{director}</p> }}
            {if film.in_stock() {
                <p class="price">{film.price}</p>
            } else {
                <p class="price">Sold out</p>
            }}
        </li>
    }
}

/// A day for people and for programs.
#[component]
pub fn Day(iso: &str) -> Html {
    html! { <time datetime={iso}>{day::in_words(iso)}</time> }
}
