use isle::prelude::*;

fn main() {
    let _ = html! {
        <ul>
            {'all: for word in ["a", "b"] {
                <li>{word}</li>
            }}
        </ul>
    };
}
