use isle::prelude::*;

fn main() {
    let state = [("count", 1)];
    let _ = html! {
        <div x-data={state}><b x-text="count"></b></div>
    };
}
