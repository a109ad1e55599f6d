use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>A <spam>word</spam></p>
    };
}
