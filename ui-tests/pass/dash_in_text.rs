use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"One — two"</p>
    };
}
