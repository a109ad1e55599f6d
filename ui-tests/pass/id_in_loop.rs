use isle::prelude::*;

fn main() {
    let names = ["Ann", "Ben"];
    let _ = html! {
        <ul>{for (at, name) in names.iter().enumerate() {
            <li id={format!("name-{at}")}>{name}</li>
        }}</ul>
    };
}
