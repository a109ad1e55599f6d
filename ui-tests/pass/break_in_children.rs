use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! { <div><slot /></div> }
}

fn main() {
    let _ = html! {
        {for id in 0..3 {
            {if id == 1 { break; }}
            <Frame>
                <p>{id}</p>
            </Frame>
        }}
    };
}
