use isle::prelude::*;

async fn count() -> u32 {
    1
}

#[component]
fn Frame() -> Html {
    html! { <div><slot /></div> }
}

#[page("/")]
async fn home() -> Page {
    let visits = count();
    html! {
        <Frame>{visits.await} visits</Frame>
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}
