use isle::prelude::*;

fn main() {
    let _ = html! {
        <p clas:list={["a"]}>Text</p>
    };
}
