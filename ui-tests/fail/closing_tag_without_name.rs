use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul><li>Shoes</</ul>
    };
}
