use isle::prelude::*;

fn main() {
    let _ = html! {
        <p title="a"
            <b>Text</b>
        </p>
    };
}
