use isle::prelude::*;

fn main() {
    let _ = html! {
        <select><option>One</option><option>Two</option></select>
    };
}
