use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul>
            {for word in ["a", "b"] {
                <li>{word}</li>
            }}
        </ul>
    };
}
