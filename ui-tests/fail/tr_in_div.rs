use isle::prelude::*;

fn main() {
    let _ = html! {
        <div><tr><td>One</td></tr></div>
    };
}
