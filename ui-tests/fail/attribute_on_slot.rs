use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! { <div><slot id="main" /></div> }
}

fn main() {
    let _ = html! { <Frame>Text</Frame> };
}
