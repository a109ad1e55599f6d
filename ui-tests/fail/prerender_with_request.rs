use axum::http::HeaderMap;
use isle::prelude::*;
use isle::request::{ClientAddr, PageUrl};

#[page("/about", prerender)]
async fn about(headers: HeaderMap, url: PageUrl, from: ClientAddr, query: Query<Vec<(String, String)>>) -> Page {
    let _ = (url, from, query);
    html! { <p>{headers.len()}</p> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
