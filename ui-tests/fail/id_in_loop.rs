use isle::prelude::*;

fn main() {
    let names = ["Ann", "Ben"];
    let _ = html! {
        <ul>{for name in names {
            <li id="name">{name}</li>
        }}</ul>
    };
}
