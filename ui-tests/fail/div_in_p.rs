use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>One <div>Two</div></p>
    };
}
