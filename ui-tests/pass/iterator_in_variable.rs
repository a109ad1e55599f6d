use isle::prelude::*;

fn main() {
    let words = ["a", "b"].iter();
    let _ = html! {
        <p>{for word in words { {word} }}</p>
    };
}
