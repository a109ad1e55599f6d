use isle::prelude::*;

#[page("/product")]
async fn product() -> String {
    42.to_string()
}

fn main() {
    let _: axum::Router = isle::router![product];
}
