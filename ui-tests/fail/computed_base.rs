use isle::prelude::*;

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

const BASE: &str = "/docs";

isle::site! { pub SITE: [about], base: BASE }

fn main() {
    let _: axum::Router = SITE::router(isle::Settings::default());
}
