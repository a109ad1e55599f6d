use isle::prelude::*;

fn main() {
    let name = "a";
    let _ = html! {
        <p class={name} class:list={["b"]}>Text</p>
    };
}
