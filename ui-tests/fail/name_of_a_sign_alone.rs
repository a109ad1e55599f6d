use isle::prelude::*;

fn main() {
    let _ = html! {
        <button @="buy()">Buy</button>
    };
}
