use isle::prelude::*;

fn main() {
    let more = isle::html::Attributes::new().with("title", "a");
    let _ = html! {
        <p {..more}>Text</p>
    };
}
