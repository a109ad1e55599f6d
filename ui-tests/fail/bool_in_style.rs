use isle::prelude::*;

fn main() {
    let hidden = true;
    let _ = html! {
        <p style={[("display", hidden)]}>Text</p>
    };
}
