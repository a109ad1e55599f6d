use isle::prelude::*;

fn main() {
    let fields = "{}";
    let _ = html! {
        <button hx-post="/cart" hx-vals={fields}>Buy</button>
    };
}
