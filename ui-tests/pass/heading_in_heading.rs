use isle::prelude::*;

fn main() {
    let _ = html! {
        <h1>One <small>Two</small></h1>
    };
}
