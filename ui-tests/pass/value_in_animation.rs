use isle::prelude::*;

fn main() {
    let next = "/";
    let _ = html! {
        <svg><a><set attributeName="fill" to={next} /></a></svg>
    };
}
