use isle::prelude::*;
use std::rc::Rc;

async fn count() {}

#[page("/products")]
async fn product() -> Page {
    let name = Rc::new("Shoes");
    count().await;
    html! { <h1>{name.len()}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
