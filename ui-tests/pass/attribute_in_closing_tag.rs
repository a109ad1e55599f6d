use isle::prelude::*;

fn main() {
    let _ = html! {
        <p id="a">Text</p>
    };
}
