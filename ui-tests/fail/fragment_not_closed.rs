use isle::prelude::*;

fn main() {
    let _ = html! {
        <><b>One</b><b>Two</b>
    };
}
