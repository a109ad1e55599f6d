use isle::prelude::*;

#[island("islands/cart.js")]
fn Cart(total: u32);

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart total={3} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
