use isle::prelude::*;

#[page("/product")]
async fn product() -> Page {
    html! { <h1>Product</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
