use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>"Never &#x1F45F; alone"</p>
    };
}
