use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>{"Hello world"}</p>
    };
}
