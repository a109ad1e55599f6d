use isle::prelude::*;

fn main() {
    let next = "1; url=/";
    let _ = html! {
        <meta name="next" content={next} />
    };
}
