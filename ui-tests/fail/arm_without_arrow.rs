use isle::prelude::*;

fn main() {
    let tone = 1;
    let _ = html! {
        {match tone {
            1 => <b>One</b>,
            _ <i>Other</i>,
        }}
    };
}
