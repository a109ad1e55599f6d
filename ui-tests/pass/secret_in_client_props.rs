use isle::prelude::*;

#[derive(ClientProps)]
pub struct User {
    name: String,
    password: String,
}

#[island("islands/cart.js")]
fn Cart(user: User) -> Html {
    html! { <p>{user.name}</p> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Cart user={User { name: String::new(), password: String::new() }} client:load />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
