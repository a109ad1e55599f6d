use isle::prelude::*;

fn main() {
    let color = "red";
    let _ = html! {
        <p style={[("color", color)]}>Text</p>
    };
}
