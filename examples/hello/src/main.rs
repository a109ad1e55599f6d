//! The least code that is a site.

use isle::prelude::*;

#[page("/")]
async fn home() -> Html {
    html! { <h1>Hello</h1> <a href={greeting::url("you & me")}>"You & me"</a> }
}

#[page("/hello/[name]")]
async fn greeting(name: String) -> Html {
    html! { <h1>Hello, {name}!</h1> }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    isle::serve(isle::router![home, greeting], "127.0.0.1:3000").await
}
