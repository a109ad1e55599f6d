use isle::prelude::*;

#[page("/blog/[slug]")]
async fn post(slug: String) -> Page {
    html! { <p>{slug}</p> }
}

isle::site! { pub SITE: [post], output: Static }

fn main() {
    let _: axum::Router = SITE::router(isle::Settings::default());
}
