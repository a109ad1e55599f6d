use isle::prelude::*;

fn main() {
    let _ = html! {
        <a "/about">About</a>
    };
}
