use isle::prelude::*;

fn main() {
    let _ = html! {
        <form><div><fieldset></fieldset></div></form>
    };
}
