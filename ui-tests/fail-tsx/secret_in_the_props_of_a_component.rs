use isle::prelude::*;

#[island("components/Cart.tsx")]
fn Cart(total: Secret<u32>);

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart total={Secret::new(3)} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
