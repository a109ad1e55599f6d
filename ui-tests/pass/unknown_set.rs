use isle::prelude::*;

fn main() {
    let text = "a";
    let _ = html! {
        <p set:text={text}></p>
    };
}
