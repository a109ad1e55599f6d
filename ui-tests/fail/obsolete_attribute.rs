use isle::prelude::*;

fn main() {
    let _ = html! {
        <table border="1"><tr><td>1</td></tr></table>
    };
}
