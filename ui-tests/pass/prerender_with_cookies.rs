use isle::prelude::*;

#[page("/about", prerender = false)]
async fn about(cookies: Cookies) -> Page {
    html! { <p>{cookies.has("seen").then_some("again")}</p> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
