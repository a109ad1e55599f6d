use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"Please don't stop"</p>
    };
}
