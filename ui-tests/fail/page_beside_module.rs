use isle::prelude::*;

mod cart {
    pub fn total() -> u32 {
        12
    }
}

#[page("/cart")]
async fn cart() -> Page {
    html! { <p>Total: {cart::total()}</p> }
}

fn main() {}
