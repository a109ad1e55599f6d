use isle::prelude::*;

fn main() {
    let _ = html! {
        <div role="alret">Sold out</div>
    };
}
