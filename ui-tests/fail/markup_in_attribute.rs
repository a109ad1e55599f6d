use isle::prelude::*;

fn main() {
    let icon = html! { <b>"!"</b> };
    let _ = html! {
        <p title={icon}>Text</p>
    };
}
