use isle::prelude::*;

fn main() {
    let _ = html! {
        <head><title>The shop</title></head>
    };
}
