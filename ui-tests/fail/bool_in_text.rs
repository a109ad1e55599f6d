use isle::prelude::*;

fn main() {
    let sold_out = true;
    let _ = html! {
        <p>Sold out: {sold_out}</p>
    };
}
