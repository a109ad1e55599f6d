use isle::prelude::*;

#[page("/about", prerender, prerender = false)]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
