use isle::prelude::*;

fn main() {
    let link = "/shoes";
    let _ = html! {
        <a :href={json(&link)} :class="open && 'open'">Shoes</a>
    };
}
