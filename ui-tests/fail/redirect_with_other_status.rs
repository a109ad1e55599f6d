use isle::prelude::*;
use axum::http::StatusCode;

#[page("/old")]
async fn old() -> Page {
    redirect_with("/new", StatusCode::NOT_MODIFIED)
}

fn main() {
    let _: axum::Router = isle::router![old];
}
