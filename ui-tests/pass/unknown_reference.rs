use isle::prelude::*;

fn main() {
    let _ = html! {
        <p>10&nbsp;000 tickets, food & drink</p>
    };
}
