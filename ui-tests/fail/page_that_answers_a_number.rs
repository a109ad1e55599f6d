use isle::prelude::*;

#[page("/product")]
async fn product() -> u64 {
    42
}

fn main() {
    let _: axum::Router = isle::router![product];
}
