use isle::prelude::*;

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

isle::site! { pub SITE: [about], trailing_slash: Sometimes }

fn main() {
    let _: axum::Router = SITE::router(isle::Settings::default());
}
