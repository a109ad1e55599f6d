use isle::prelude::*;

async fn ids() -> Vec<String> {
    vec!["7".to_owned()]
}

#[page("/blog/[id]", prerender = ids)]
async fn post(id: u32) -> Page {
    html! { <p>{id}</p> }
}

fn main() {
    let _: axum::Router = isle::router![post];
}
