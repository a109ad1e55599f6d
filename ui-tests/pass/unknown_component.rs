use isle::prelude::*;

#[component]
fn Badge(label: &str) -> Html {
    html! { <b>{label}</b> }
}

fn main() {
    let _ = html! {
        <Badge label="new" />
    };
}
