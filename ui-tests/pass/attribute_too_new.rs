use isle::prelude::*;

fn main() {
    let _ = html! {
        <div attr:brandnew="on">New</div>
    };
}
