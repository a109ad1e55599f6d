use isle::prelude::*;

#[page("/about", methods(POST))]
async fn about(form: Form<Vec<(String, String)>>) -> Page {
    html! { <p>{form.0.len()}</p> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
