use isle::prelude::*;

fn main() {
    let all = isle::html::Attributes::new().with("lang", "en");
    let _ = html! {
        <p {..all}>Sold out</p>
    };
}
