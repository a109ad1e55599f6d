use isle::prelude::*;

#[page("/[id]/reviews/[review]")]
async fn product(id: u32, review: u32) -> Page {
    html! { <h1>{id} {review}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
