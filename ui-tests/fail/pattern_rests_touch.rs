use isle::prelude::*;

#[page("/[...from]/[...to]")]
async fn product(from: Option<String>, to: Option<String>) -> Page {
    html! { <h1>{from} {to}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
