use isle::prelude::*;

#[island("islands/cart.js")]
fn Cart(total: u32) -> Html {
    html! { <p>{total}</p> }
}

#[component]
fn Part() -> Html {
    html! { <Cart total={3} client:load /> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Part />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
