use isle::prelude::*;

#[component]
fn Badge(label: &str, tone: u32) -> Html {
    html! { <b data-tone={tone}>{label}</b> }
}

fn main() {}
