use isle::prelude::*;

#[page("/products", methods(POST))]
async fn product(body: axum::body::Bytes, cookies: Cookies) -> Page {
    let _ = (body, cookies);
    html! { <h1>Products</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
