use isle::prelude::*;

fn main() {
    let fields = "{}";
    let _ = html! {
        <button hx-post="/cart" hx-vals={json(&fields)}>Buy</button>
    };
}
