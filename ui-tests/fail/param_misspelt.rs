use isle::prelude::*;

#[page("/products/[slug]")]
async fn product(slgu: String) -> Page {
    html! { <h1>{slgu}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
