use isle::prelude::*;

#[page("/[from][to]")]
async fn product(from: u32, to: u32) -> Page {
    html! { <h1>{from} {to}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
