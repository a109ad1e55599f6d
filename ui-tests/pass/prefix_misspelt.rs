use isle::prelude::*;

fn main() {
    let _ = html! {
        <p class:list={["a"]}>Text</p>
    };
}
