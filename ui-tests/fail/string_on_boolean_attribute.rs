use isle::prelude::*;

fn main() {
    let reason = "sold out";
    let _ = html! {
        <button disabled={reason}>Buy</button>
    };
}
