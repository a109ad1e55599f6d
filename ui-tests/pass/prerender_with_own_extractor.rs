use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use isle::prelude::*;

struct Films(u32);

impl<S: Sync> FromRequestParts<S> for Films {
    type Rejection = StatusCode;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Films, StatusCode> {
        Ok(Films(600))
    }
}

impl isle::ahead::NeedsNoRequest for Films {}

#[page("/about", prerender)]
async fn about(Films(count): Films) -> Page {
    html! { <p>{count}</p> }
}

fn main() {
    let _: axum::Router = isle::router![about];
}
