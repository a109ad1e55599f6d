//! A cart, as Astro's guide ends with one: `components/Cart.tsx` is rendered on the server with props from Rust, and hydrates in
//! the browser; beside it stands a component of Svelte's, which follows the cart by its events.
//!
//! ```sh
//! npm ci && npm run build && cargo run -p tsx
//! ```

mod cart;
mod catalogue;
mod islands;
mod pages;
#[cfg(test)]
mod tests;

use std::env;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;
use isle::Settings;

isle::site! {
    /// Every page.
    SITE: [pages::home, pages::change]
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let style = || async {
        let headers = [
            (CONTENT_TYPE, "text/css; charset=utf-8"),
            (CACHE_CONTROL, "no-cache"),
        ];
        (headers, include_str!("style.css"))
    };
    let app = axum::Router::new()
        .merge(SITE::router(Settings::from_env()?))
        .route("/style.css", get(style));
    isle::serve(app, format!("127.0.0.1:{port}")).await?;
    Ok(())
}
