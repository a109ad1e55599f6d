use isle::prelude::*;

fn main() {
    let _ = html! {
        <table><tr><td>One Two</td></tr></table>
    };
}
