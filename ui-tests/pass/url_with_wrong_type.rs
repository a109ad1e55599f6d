use isle::prelude::*;

#[page("/products/[id]")]
async fn product(id: u32) -> Page {
    html! { <h1>{id}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
    let link = product::url(7);
    assert_eq!(link.as_str(), "/products/7");
}
