use isle::prelude::*;

#[island("islands/cart.js")]
fn Cart(total: u32, key: Secret<String>) -> Html {
    html! { <p>{total}{key.expose().len()}</p> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart total={3} key={Secret::new("k".to_owned())} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
