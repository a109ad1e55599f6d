use isle::prelude::*;

fn main() {
    let tag = "b";
    let _ = html! {
        <{tag}>Text</{tag}>
    };
}
