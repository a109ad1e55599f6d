use isle::prelude::*;

fn main() {
    let action = "buy";
    let _ = html! {
        <button data-action={action}>Buy</button>
    };
}
