use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"Never &#xD83D; alone"</p>
    };
}
