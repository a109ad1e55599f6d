use isle::prelude::*;

fn main() {
    let _ = html! {
        <article><slot /></article>
    };
}
