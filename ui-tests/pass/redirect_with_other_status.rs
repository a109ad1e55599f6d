use isle::prelude::*;
use isle::response::Redirect;

#[page("/old")]
async fn old() -> Page {
    redirect_with("/new", Redirect::SeeOther)
}

fn main() {
    let _: axum::Router = isle::router![old];
}
