use isle::prelude::*;

fn main() {
    let _ = html! {
        <a class="a"href="/">Home</a>
    };
}
