use isle::prelude::*;

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

isle::site! { pub SITE: [about], output: Hybrid }

fn main() {
    let _: axum::Router = SITE::router(isle::Settings::default());
}
