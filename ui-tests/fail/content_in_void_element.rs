use isle::prelude::*;

fn main() {
    let _ = html! {
        <p><br>Text</br></p>
    };
}
