use isle::prelude::*;

fn main() {
    let _ = html! {
        <section>
            <p>Text</p>
        </section>
    };
}
