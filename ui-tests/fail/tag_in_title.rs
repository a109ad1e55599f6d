use isle::prelude::*;

fn main() {
    let _ = html! {
        <head><title>The <b>shop</b></title></head>
    };
}
