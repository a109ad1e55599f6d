use isle::prelude::*;

fn main() {
    let _ = html! {
        <div client:load>Text</div>
    };
}
