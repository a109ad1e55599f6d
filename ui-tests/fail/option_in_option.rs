use isle::prelude::*;

fn main() {
    let _ = html! {
        <select><option>One <option>Two</option></option></select>
    };
}
