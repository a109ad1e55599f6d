use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! { <div><slot /></div> }
}

fn main() {
    let _ = html! {
        {for id in 0..3 {
            <Frame>
                {if id == 1 { break; }}
                <p>{id}</p>
            </Frame>
        }}
    };
}
