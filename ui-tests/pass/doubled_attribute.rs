use isle::prelude::*;

fn main() {
    let _ = html! {
        <p class="a" title="b" id="c">Text</p>
    };
}
