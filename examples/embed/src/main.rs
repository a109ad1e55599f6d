//! A guest book that was an axum application before it had pages: routes, state, middleware and a fallback of its own. isle's pages stand beside
//! them in the same `axum::Router`; nothing else had to change.

#![forbid(unsafe_code)]

mod api;
mod book;
mod pages;
#[cfg(test)]
mod tests;
mod visits;

use axum::extract::FromRef;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::book::Book;
use crate::visits::Visits;

/// What the application knows. Each handler, and each page, takes the part that it needs.
#[derive(Clone, Default, FromRef)]
struct App {
    book: Book,
    visits: Visits,
}

fn app(state: App) -> axum::Router {
    axum::Router::new()
        // What was there before.
        .route("/healthz", get(|| async { "ok" }))
        .route("/api/entries", post(api::add))
        // The pages; those for the staff with a layer of their own.
        .merge(isle::router![pages::PAGES])
        .merge(isle::router![pages::STAFF].route_layer(from_fn(visits::staff_only)))
        // Where nothing is, and around everything.
        .fallback(nothing_here)
        .layer(from_fn_with_state(state.clone(), visits::count))
        .with_state(state)
}

async fn nothing_here(uri: Uri) -> (StatusCode, String) {
    (
        StatusCode::NOT_FOUND,
        format!("{} is not in this book\n", uri.path()),
    )
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app(App::default())).await
}
