use isle::prelude::*;

mod cart {
    pub fn total() -> u32 {
        12
    }
}

#[page("/cart")]
async fn cart_page() -> Page {
    html! { <p>Total: {cart::total()}</p> }
}

fn main() {
    let _: axum::Router = isle::router![cart_page];
}
