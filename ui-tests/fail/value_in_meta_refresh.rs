use isle::prelude::*;

fn main() {
    let next = "1; url=/";
    let _ = html! {
        <meta http-equiv="refresh" content={next} />
    };
}
