use isle::prelude::*;

struct Missing;

fn load() -> Result<u32, Missing> {
    Ok(1)
}

#[page("/product")]
async fn product() -> Page {
    let count = load()?;
    html! { <h1>{count} products</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
