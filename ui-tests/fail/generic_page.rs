use isle::prelude::*;

#[page("/products/[id]")]
async fn product<T: std::str::FromStr + std::fmt::Display>(id: T) -> Page {
    html! { <h1>{id}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
