use isle::prelude::*;

#[component]
fn Frame(title: &str) -> Html {
    html! {
        <article>
            <h2>{title}</h2>
            <slot />
            <footer><slot name="foot" /></footer>
        </article>
    }
}

fn main() {
    let place = "foot";
    let _ = html! {
        <Frame title="a"><p slot={place}>Text</p></Frame>
    };
}
