use isle::prelude::*;

fn main() {
    let _ = html! {
        <table><caption>One</caption></table>
    };
}
