use isle::prelude::*;

fn main() {
    let style = "red";
    let _ = html! {
        <p style={style}>Text</p>
    };
}
