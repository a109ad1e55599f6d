use isle::prelude::*;

#[page("/old")]
async fn old() -> Page {
    redirect_external("https://example.com/")
}

fn main() {
    let _: axum::Router = isle::router![old];
}
