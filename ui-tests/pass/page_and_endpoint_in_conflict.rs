use isle::prelude::*;

#[page("/cart", methods(GET))]
async fn cart() -> Page {
    html! { <h1>Cart</h1> }
}

#[endpoint(POST, "/cart")]
async fn add() -> &'static str {
    "added"
}

fn main() {
    let _: axum::Router = isle::router![cart, add];
}
