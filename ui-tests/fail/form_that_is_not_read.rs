use isle::prelude::*;

struct Login {
    name: String,
}

#[page("/login", methods(GET, POST))]
async fn product(form: Submitted<Login>) -> Page {
    let name = form.accepted(async |login| Ok::<_, String>(Some(login.name.clone()))).await?;
    html! { <h1>{name}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}
