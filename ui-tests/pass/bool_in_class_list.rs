use isle::prelude::*;

fn main() {
    let hot = true;
    let _ = html! {
        <p class:list={["card", hot.then_some("hot")]}>Text</p>
    };
}
