use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"a < b"</p>
    };
}
