use isle::prelude::*;

fn main() {
    let words = ["a", "b"].iter();
    let _ = html! {
        <p>{words}</p>
    };
}
