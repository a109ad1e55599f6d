use isle::prelude::*;

fn main() {
    let name = "me";
    let _ = html! {
        <p>Text</p><!-- by {name} -->
    };
}
