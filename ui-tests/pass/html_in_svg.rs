use isle::prelude::*;

fn main() {
    let _ = html! {
        <svg viewBox="0 0 1 1"><foreignObject><p>Text</p></foreignObject></svg>
    };
}
