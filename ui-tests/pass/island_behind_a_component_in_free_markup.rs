use isle::prelude::*;

#[island("islands/cart.js")]
fn Cart(total: u32) -> Html {
    html! { <p>{total}</p> }
}

#[component]
fn Aside() -> Html {
    html! { <aside><Cart total={3} /></aside> }
}

fn part() -> Html {
    html! { <Aside /> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        {part()}
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
