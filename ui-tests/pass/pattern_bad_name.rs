use isle::prelude::*;

#[page("/products/[product_slug]")]
async fn product(product_slug: String) -> Page {
    html! { <h1>{product_slug}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
