use isle::prelude::*;

fn main() {
    let _ = html! {
        <a herf="/about">About</a>
    };
}
