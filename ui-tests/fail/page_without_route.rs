#[deny(dead_code)]
mod pages {
    use isle::prelude::*;

    #[page("/")]
    async fn home() -> Page {
        html! { <a href={about::url()}>About</a> }
    }

    #[page("/about")]
    async fn about() -> Page {
        html! { <h1>About</h1> }
    }

    isle::pages! { pub ALL = [home] }
}

fn main() {
    let _: axum::Router = isle::router![pages::ALL];
}
