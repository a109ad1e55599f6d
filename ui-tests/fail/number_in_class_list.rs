use isle::prelude::*;

struct Product {
    kind: &'static str,
}

fn main() {
    let product = Product { kind: "shoe" };
    let _ = html! {
        <p class:list={["card", product]}>Text</p>
    };
}
