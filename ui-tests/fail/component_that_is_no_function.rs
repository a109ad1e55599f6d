use isle::prelude::*;

#[component]
struct Badge {
    label: String,
}

fn main() {}
