use isle::prelude::*;
use std::collections::BTreeMap;

#[island("islands/cart.js")]
fn Cart(counts: BTreeMap<String, u32>) -> Html {
    html! { <p>{counts.len()}</p> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart counts={BTreeMap::new()} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
