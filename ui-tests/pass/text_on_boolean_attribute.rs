use isle::prelude::*;

fn main() {
    let _ = html! {
        <button disabled={false}>Buy</button>
    };
}
