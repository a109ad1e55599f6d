use isle::prelude::*;

fn main() {
    let _ = html! {
        <p class="a" title="b" class="c">Text</p>
    };
}
