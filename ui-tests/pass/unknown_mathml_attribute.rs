use isle::prelude::*;

fn main() {
    let _ = html! {
        <math><mo stretchy="false">"("</mo><mi>x</mi></math>
    };
}
