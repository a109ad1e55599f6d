use isle::prelude::*;

fn main() {
    let wide = true;
    let _ = html! {
        <p title={wide}>Text</p>
    };
}
