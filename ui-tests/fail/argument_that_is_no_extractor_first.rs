use isle::prelude::*;

struct Shop;

#[page("/products")]
async fn product(shop: Shop, cookies: Cookies) -> Page {
    let _ = (shop, cookies);
    html! { <h1>Products</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
