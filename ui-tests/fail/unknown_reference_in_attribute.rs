use isle::prelude::*;

fn main() {
    let _ = html! {
        <img src="/shoe.png" alt="Shoes &mdsh; red" />
    };
}
