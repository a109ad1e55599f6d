use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>{true.then_some("yes")}</p>
    };
}
