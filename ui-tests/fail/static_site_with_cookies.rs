use isle::prelude::*;

#[page("/about")]
async fn about(cookies: Cookies) -> Page {
    html! { <p>{cookies.has("seen").then_some("again")}</p> }
}

isle::site! { pub SITE: [about], output: Static }

fn main() {
    let _: axum::Router = SITE::router(isle::Settings::default());
}
