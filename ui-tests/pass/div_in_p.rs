use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>One <span>Two</span></p>
    };
}
