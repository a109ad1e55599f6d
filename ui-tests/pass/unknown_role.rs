use isle::prelude::*;

fn main() {
    let _ = html! {
        <div role="alert">Sold out</div>
    };
}
