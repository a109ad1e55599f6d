use isle::prelude::*;

fn main() {
    let note = "red";
    let _ = html! {
        <p x-data x-text={json(&note)}></p>
    };
}
