use isle::prelude::*;

fn main() {
    let _ = html! {
        <div href="/about">About</div>
    };
}
