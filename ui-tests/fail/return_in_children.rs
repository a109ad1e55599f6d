use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! { <div><slot /></div> }
}

#[page("/[id]")]
async fn item(id: u32) -> Page {
    html! {
        <Frame>
            {if id == 0 { return not_found(); }}
            <p>{id}</p>
        </Frame>
    }
}

fn main() {
    let _: axum::Router = isle::router![item];
}
