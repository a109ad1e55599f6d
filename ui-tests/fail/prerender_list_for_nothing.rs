use isle::prelude::*;

async fn slugs() -> Vec<String> {
    vec!["a".to_owned()]
}

#[page("/about", prerender = slugs)]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
