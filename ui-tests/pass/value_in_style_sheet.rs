use isle::prelude::*;

fn main() {
    let color = "red";
    let _ = html! {
        <style>"p { color: var(--color) }"</style>
        <p style={[("--color", color)]}>Text</p>
    };
}
