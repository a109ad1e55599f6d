use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>{has_slot!("foot").then_some("yes")}</p>
    };
}
