use isle::prelude::*;

fn main() {
    let style = "red";
    let _ = html! {
        <p style={[("color", style)]}>Text</p>
    };
}
