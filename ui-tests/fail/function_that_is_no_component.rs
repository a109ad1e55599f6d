use isle::prelude::*;

#[allow(non_snake_case)]
fn Badge(label: &str) -> Html {
    html! { <b>{label}</b> }
}

fn main() {
    let _ = html! {
        <Badge label="new" />
    };
}
