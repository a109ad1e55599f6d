use isle::prelude::*;

#[page("/[name]-shoe")]
async fn shoe(name: String) -> Page {
    html! { <h1>{name}</h1> }
}

#[page("/red/[thing]")]
async fn red(thing: String) -> Page {
    html! { <h1>{thing}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![shoe, red];
}
