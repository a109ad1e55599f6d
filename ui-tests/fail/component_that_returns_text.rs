use isle::prelude::*;

#[component]
fn Badge(label: &str) -> String {
    label.to_uppercase()
}

fn main() {
    let _ = html! { <Badge label="new" /> };
}
