use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul><li>One <ul><li>Two</li></ul></li></ul>
    };
}
