use isle::prelude::*;

#[page("/[lang]/products/[slug]")]
async fn product(lang: String) -> Page {
    html! { <h1 lang={lang}>Product</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
