use isle::prelude::*;

#[component]
async fn Badge(label: &str) -> Html {
    html! { <b>{label}</b> }
}

fn main() {
    let _ = html! { <Badge label="new" /> };
}
