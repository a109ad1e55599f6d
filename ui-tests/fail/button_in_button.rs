use isle::prelude::*;

fn main() {
    let _ = html! {
        <button>One <button>Two</button></button>
    };
}
