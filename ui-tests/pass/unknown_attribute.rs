use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href="/about">About</a>
    };
}
