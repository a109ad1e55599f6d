use isle::prelude::*;

fn main() {
    let _ = html! {
        <form><div><form></form></div></form>
    };
}
