use isle::prelude::*;

fn main() {
    let user = "a";
    let _ = html! {
        <b set:text={user}></b>
    };
}
