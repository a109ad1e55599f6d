use isle::prelude::*;

fn main() {
    let _ = html! {
        <h1>One <h2>Two</h2></h1>
    };
}
