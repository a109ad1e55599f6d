use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul><li>One <li>Two</li></li></ul>
    };
}
