use isle::prelude::*;

fn main() {
    let _ = html! {
        <center>Middle</center>
    };
}
