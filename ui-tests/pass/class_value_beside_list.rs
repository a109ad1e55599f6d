use isle::prelude::*;

fn main() {
    let name = "a";
    let _ = html! {
        <p class="b" class:list={[name]}>Text</p>
    };
}
