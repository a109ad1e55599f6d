use isle::prelude::*;

fn main() {
    let _ = html! {
        <button @click="buy()">Buy</button>
    };
}
