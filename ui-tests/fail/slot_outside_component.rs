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
    let _ = html! {
        <Fragment slot="foot">Text</Fragment>
    };
}
