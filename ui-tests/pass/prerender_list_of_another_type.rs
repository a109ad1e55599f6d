use isle::prelude::*;

async fn ids() -> Vec<u32> {
    vec![7]
}

#[page("/blog/[id]", prerender = ids)]
async fn post(id: u32) -> Page {
    html! { <p>{id}</p> }
}

fn main() {
    let _: axum::Router = isle::router![post];
}
