use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul>
            <li><b>one</li>
        </ul>
    };
}
