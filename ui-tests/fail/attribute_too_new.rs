use isle::prelude::*;

fn main() {
    let _ = html! {
        <div brandnew="on">New</div>
    };
}
