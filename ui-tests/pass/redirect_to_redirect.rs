use isle::prelude::*;

#[page("/new")]
async fn new() -> Page {
    html! { <h1>New</h1> }
}

#[page("/posts/[slug]")]
async fn post(slug: String) -> Page {
    html! { <h1>{slug}</h1> }
}

isle::redirects! { pub MOVED = ["/old" => "/new", "/older" => "/new"] }

fn main() {
    let _: axum::Router = isle::router![new, post, MOVED];
}
