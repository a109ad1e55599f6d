use isle::prelude::*;

fn main() {
    let tag = "b";
    let _ = html! {
        <b>{tag}</b>
    };
}
