use isle::prelude::*;

fn main() {
    let note = "red";
    let _ = html! {
        <p x-html={json(&note)}></p>
    };
}
