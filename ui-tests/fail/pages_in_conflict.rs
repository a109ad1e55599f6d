use isle::prelude::*;

#[page("/products/[slug]")]
async fn product(slug: String) -> Page {
    html! { <h1>{slug}</h1> }
}

#[page("/products/[id]")]
async fn item(id: u32) -> Page {
    html! { <h1>{id}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product, item];
}
