use isle::prelude::*;

#[derive(Clone)]
struct Shop;

#[page("/products")]
async fn product(State(shop): State<Shop>) -> Page {
    let _ = shop;
    html! { <h1>Products</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product].with_state(Shop);
}
