use isle::prelude::*;

fn main() {
    let color = "red";
    let _ = html! {
        <p style={format!("color: {color}")}>Text</p>
    };
}
