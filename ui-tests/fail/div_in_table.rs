use isle::prelude::*;

fn main() {
    let _ = html! {
        <table><div>One</div></table>
    };
}
