use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href="/">Home <b><a href="/about">About</a></b></a>
    };
}
