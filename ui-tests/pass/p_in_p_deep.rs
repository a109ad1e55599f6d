use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>One <span><b>Two</b></span></p>
    };
}
