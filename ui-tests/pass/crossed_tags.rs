use isle::prelude::*;

fn main() {
    let _ = html! {
        <p><b>bold <i>both</i></b></p>
    };
}
