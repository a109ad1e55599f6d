use isle::prelude::*;

fn main() {
    let _ = html! {
        <div hidden>Text</div>
    };
}
