use isle::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
pub struct Row {
    name: String,
}

#[island("islands/cart.js")]
fn Cart(row: Row) -> Html {
    html! { <p>{row.name}</p> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart row={Row { name: String::new() }} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
