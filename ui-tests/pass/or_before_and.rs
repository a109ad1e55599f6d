use isle::prelude::*;

fn main() {
    let (new, hot) = (true, false);
    let _ = html! {
        <p>{(new || hot) && <b>Look</b>}</p>
    };
}
