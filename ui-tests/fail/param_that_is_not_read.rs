use isle::prelude::*;

struct Slug(String);

#[page("/products/[slug]")]
async fn product(slug: Slug) -> Page {
    html! { <h1>{slug.0}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
