use isle::prelude::*;

fn main() {
    let _ = html! {
        <div><svg><path d="M0 0" /></svg></div>
    };
}
