use isle::prelude::*;

#[component]
fn Badge(label: &str) -> Html {
    html! { {label.to_uppercase()} }
}

fn main() {
    let _ = html! { <Badge label="new" /> };
}
