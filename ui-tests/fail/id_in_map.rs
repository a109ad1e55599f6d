use isle::prelude::*;

fn main() {
    let names = ["Ann", "Ben"];
    let _ = html! {
        <ul>{names.iter().map(|name| <li id="name">{name}</li>)}</ul>
    };
}
