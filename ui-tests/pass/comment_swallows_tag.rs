use isle::prelude::*;

fn main() {
    let _ = html! {
        <div>
            <a href="/">"https://example.com"</a>
        </div>
    };
}
