use isle::prelude::*;

#[page("/old")]
async fn old() -> Page {
    let next = String::from("/new");
    redirect(Link::local(&next)?)
}

fn main() {
    let _: axum::Router = isle::router![old];
}
