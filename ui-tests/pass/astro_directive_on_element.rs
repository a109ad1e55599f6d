use isle::prelude::*;

fn main() {
    let color = "print";
    let _ = html! {
        <style media={color}>"p { color: red }"</style>
    };
}
