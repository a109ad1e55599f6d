use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href="/terms" target="new">Terms</a>
    };
}
