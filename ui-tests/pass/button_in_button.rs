use isle::prelude::*;

fn main() {
    let _ = html! {
        <button>One <b>Two</b></button>
    };
}
