use isle::prelude::*;

fn main() {
    let link = "/shoes";
    let _ = html! {
        <a href={link} :class="open && 'open'">Shoes</a>
    };
}
