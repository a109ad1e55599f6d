use isle::prelude::*;

fn main() {
    let _ = html! {
        <section>Text</secton>
    };
}
