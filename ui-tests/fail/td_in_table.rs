use isle::prelude::*;

fn main() {
    let _ = html! {
        <table><td>One</td></table>
    };
}
