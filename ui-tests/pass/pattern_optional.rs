use isle::prelude::*;

#[page("/products/[...slug]")]
async fn product(slug: Option<String>) -> Page {
    html! { <h1>{slug}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
