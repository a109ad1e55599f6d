use isle::prelude::*;

#[page("/about", methods(GET, POST))]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
