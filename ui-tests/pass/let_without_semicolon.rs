use isle::prelude::*;

fn main() {
    let _ = html! {
        {let name = "a";} <p>{name}</p>
    };
}
