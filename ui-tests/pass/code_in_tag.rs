use isle::prelude::*;

fn main() {
    let id = 1;
    let _ = html! {
        <p {id}>Text</p>
    };
}
