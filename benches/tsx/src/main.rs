//! The shop's cart as a Preact component, rendered on the server by isle.
//!
//!     npm ci --ignore-scripts && npm run build
//!     cargo run --release                    the time of one rendering, with 2, 20 and 100 items
//!     cargo run --release -- serve 4400      the same pages for another program to ask for: /cart/2
#![forbid(unsafe_code)]

use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant};

use isle::prelude::*;

#[derive(ClientProps)]
struct Film {
    id: u32,
    slug: String,
    title: String,
    year: u32,
    quantity: u32,
    price: String,
}

#[island("components/Cart.jsx")]
fn Cart(change: &str, films: Vec<Film>);

#[page("/cart/[count]")]
async fn cart(count: u32) -> Html {
    html! {
        <html lang="en">
            <head><meta charset="utf-8"><title>"Cart"</title></head>
            <body><main><h1>"Your cart"</h1><Cart change="/api/cart" films={films(count)} client:load /></main></body>
        </html>
    }
}

isle::site! { SITE: [cart] }

fn films(count: u32) -> Vec<Film> {
    let film = |id| Film {
        id,
        slug: format!("film-{id}"),
        title: format!("Film & {id}"),
        year: 1900 + id % 100,
        quantity: 1 + id % 9,
        price: format!("${id}.99"),
    };
    (1..=count).map(film).collect()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = env::args().skip(1);
    if words.next().as_deref() == Some("serve") {
        let port: u16 = words.next().unwrap_or_default().parse()?;
        let app = SITE::router(isle::Settings::default());
        return Ok(isle::serve(app, ("127.0.0.1", port)).await?);
    }
    println!("items  bytes    ms a page");
    for count in [2, 20, 100] {
        let bytes = cart(count).await.len();
        println!("{count:5} {bytes:6} {:12.3}", time(count).await);
    }
    Ok(())
}

/// The median of the milliseconds that a page takes, once it is warm.
async fn time(count: u32) -> f64 {
    const SPAN: Duration = Duration::from_secs(2);
    let mut times = Vec::new();
    let begin = Instant::now();
    while begin.elapsed() < SPAN {
        let start = Instant::now();
        drop(black_box(cart(black_box(count)).await));
        times.push(start.elapsed());
    }
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}
