use isle::prelude::*;

#[component]
fn Badge(label: String) -> Html {
    html! { <b>{label}</b> }
}

fn main() {}
