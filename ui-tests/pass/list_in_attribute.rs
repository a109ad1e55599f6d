use isle::prelude::*;

fn main() {
    let words = vec!["a", "b"];
    let _ = html! {
        <p title={words.join(" ")}>Text</p>
    };
}
