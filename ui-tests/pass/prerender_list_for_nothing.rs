use isle::prelude::*;

#[allow(dead_code)]
async fn slugs() -> Vec<String> {
    vec!["a".to_owned()]
}

#[page("/about", prerender)]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
