use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>b"Text"</p>
    };
}
