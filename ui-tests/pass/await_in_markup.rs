use isle::prelude::*;

async fn count() -> u32 {
    1
}

#[page("/")]
async fn home() -> Page {
    let visits = count().await;
    html! {
        <p>{visits} visits</p>
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
