use isle::prelude::*;

fn main() {
    let color = "red";
    let _ = html! {
        <style>"p { color: " {color} " }"</style>
        <p>Text</p>
    };
}
