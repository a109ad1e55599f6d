use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>One <span><p>Two</p></span></p>
    };
}
