use isle::prelude::*;

fn main() {
    let _ = html! {
        <math><mo strechy="false">"("</mo><mi>x</mi></math>
    };
}
