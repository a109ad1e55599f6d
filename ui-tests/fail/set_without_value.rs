use isle::prelude::*;

fn main() {
    let note = html! { <b>Sold out</b> };
    let _ = html! {
        <p set:html></p>
    };
}
