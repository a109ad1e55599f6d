use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href=>About</a>
    };
}
