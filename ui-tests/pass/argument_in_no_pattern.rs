use isle::prelude::*;

#[page("/products/[page]")]
async fn product(page: u32) -> Page {
    html! { <h1>{page}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
