use isle::prelude::*;

#[island("islands/cart.js")]
pub fn Cart(total: u32) -> Html {
    html! { <p>{total}</p> }
}

fn main() {}
