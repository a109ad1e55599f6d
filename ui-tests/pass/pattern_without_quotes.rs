use isle::prelude::*;

#[page("/products/[slug]")]
async fn product(slug: String) -> Page {
    html! { <p>{slug}</p> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
