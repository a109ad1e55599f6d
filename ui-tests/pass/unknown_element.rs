use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>A <span>word</span></p>
    };
}
