use isle::prelude::*;

#[page("/")]
async fn home() -> Page {
    html! { <h1>Home</h1> }
}

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

mod lists {
    isle::pages! { pub PAGES = [super::home, super::about] }
}

fn main() {
    let _: axum::Router = isle::router![lists::PAGES];
}
