use isle::prelude::*;

fn main() {
    let _ = html! {
        <div><path d="M0 0" /></div>
    };
}
