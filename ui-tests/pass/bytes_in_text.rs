use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"Text"</p>
    };
}
