use isle::prelude::*;

#[island("components/Cart.tsx", slots(children))]
fn Cart(total: u32);

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart total={3} client:load><p>"More"</p></Cart>
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
