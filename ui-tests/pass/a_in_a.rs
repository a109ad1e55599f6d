use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href="/">Home <b>About</b></a> <a href="/about">About</a>
    };
}
