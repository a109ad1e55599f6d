use isle::prelude::*;

fn main() {
    let color = "print";
    let _ = html! {
        <style define:vars={color}>"p { color: red }"</style>
    };
}
