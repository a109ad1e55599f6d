use isle::prelude::*;

#[page("/products/[]")]
async fn product(slug: String) -> Page {
    html! { <h1>{slug}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
