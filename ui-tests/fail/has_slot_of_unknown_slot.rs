use isle::prelude::*;

#[component]
fn Frame() -> Html {
    html! {
        <article>
            <slot />
            {if has_slot!("food") { <footer><slot name="foot" /></footer> }}
        </article>
    }
}

fn main() {
    let _ = html! { <Frame>Text</Frame> };
}
