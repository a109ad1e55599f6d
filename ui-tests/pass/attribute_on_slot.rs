use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! { <div id="main"><slot /></div> }
}

fn main() {
    let _ = html! { <Frame>Text</Frame> };
}
