use isle::prelude::*;

fn main() {
    let _ = html! {
        <div id="a"><b>One</b></div>
    };
}
