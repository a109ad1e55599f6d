use isle::prelude::*;

#[component]
fn Card(label: &str, tone: u32, #[default] wide: bool) -> Html {
    html! { <p class:list={[wide.then_some("wide")]} data-tone={tone}>{label}</p> }
}

fn main() {
    let _ = html! {
        <Card label="a" tone={3} wide />
    };
}
