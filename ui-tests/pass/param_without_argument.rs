use isle::prelude::*;

#[page("/[lang]/products/[slug]")]
async fn product(lang: String, slug: String) -> Page {
    html! { <h1 lang={lang}>{slug}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
