use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>10&nbps;000 tickets</p>
    };
}
