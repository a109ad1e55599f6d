use isle::prelude::*;

fn main() {
    let _ = html! {
        <iframe src="/map" sandbox="allow-scripts allow-form"></iframe>
    };
}
