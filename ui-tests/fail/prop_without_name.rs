use isle::prelude::*;

#[component]
fn Badge((label, tone): (&str, u32)) -> Html {
    html! { <b data-tone={tone}>{label}</b> }
}

fn main() {}
