use isle::prelude::*;

#[component]
fn Note(text: Option<&str>) -> Html {
    html! { <i>{text}</i> }
}

fn main() {
    let _ = html! {
        <Note text="3" />
    };
}
