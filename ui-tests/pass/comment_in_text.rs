use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>
            See "https://example.com" for <b>more</b>
        </p>
    };
}
