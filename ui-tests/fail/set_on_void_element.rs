use isle::prelude::*;

fn main() {
    let text = "a";
    let _ = html! {
        <img alt="" set:text={text} />
    };
}
