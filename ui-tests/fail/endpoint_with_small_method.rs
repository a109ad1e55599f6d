use isle::prelude::*;

#[endpoint(get, "/api/product")]
async fn product() -> &'static str {
    "product"
}

fn main() {
    let _: axum::Router = isle::router![product];
}
