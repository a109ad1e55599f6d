use isle::prelude::*;

fn main() {
    let _ = html! {
        <Fragment id="a"><b>One</b></Fragment>
    };
}
