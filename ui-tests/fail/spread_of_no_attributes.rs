use isle::prelude::*;

fn main() {
    let more = vec![("title", "a")];
    let _ = html! {
        <p {..more}>Text</p>
    };
}
