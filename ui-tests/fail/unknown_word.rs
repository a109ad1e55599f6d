use isle::prelude::*;

fn main() {
    let _ = html! {
        <input type="emial" name="to" />
    };
}
