use isle::prelude::*;

fn main() {
    let _ = html! {
        <a href="/terms" target="_new">Terms</a>
    };
}
