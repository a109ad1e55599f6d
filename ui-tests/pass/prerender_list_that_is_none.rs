use isle::prelude::*;

async fn slugs() -> Vec<String> {
    vec!["a".to_owned()]
}

#[page("/blog/[slug]", prerender = slugs)]
async fn post(slug: String) -> Page {
    html! { <p>{slug}</p> }
}

fn main() {
    let _: axum::Router = isle::router![post];
}
