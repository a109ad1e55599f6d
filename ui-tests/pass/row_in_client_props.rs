use isle::prelude::*;
use serde::Serialize;

#[derive(Serialize, ClientProps)]
pub struct Row {
    name: String,
}

#[derive(ClientProps)]
pub struct Order {
    rows: Vec<Row>,
}

#[island("islands/cart.js")]
fn Cart(order: Order) -> Html {
    html! { <p>{for row in &order.rows { {&row.name} }}</p> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart order={Order { rows: Vec::new() }} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
