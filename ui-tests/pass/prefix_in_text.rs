use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>Written in "C# and F"</p>
    };
}
