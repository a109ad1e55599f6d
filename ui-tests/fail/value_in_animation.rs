use isle::prelude::*;

fn main() {
    let next = "/";
    let _ = html! {
        <svg><a><set attributeName="href" to={next} /></a></svg>
    };
}
