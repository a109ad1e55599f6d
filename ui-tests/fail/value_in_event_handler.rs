use isle::prelude::*;

fn main() {
    let action = "buy";
    let _ = html! {
        <button onclick={action}>Buy</button>
    };
}
