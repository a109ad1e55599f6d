use isle::prelude::*;

fn main() {
    let _ = html! {
        <table class="1"><tr><td>1</td></tr></table>
    };
}
