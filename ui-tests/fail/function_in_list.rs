use isle::prelude::*;

async fn product() -> Page {
    let name = "Shoes";
    Ok(html! { <h1>{name}</h1> })
}

fn main() {
    let _: axum::Router = isle::router![product];
}
