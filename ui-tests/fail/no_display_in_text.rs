use isle::prelude::*;

struct Product {
    name: String,
}

fn main() {
    let product = Product { name: "Shoes".to_owned() };
    let _ = html! {
        <p>{product}</p>
    };
}
