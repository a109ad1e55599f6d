use isle::prelude::*;

fn main() {
    let _ = html! {
        <main><!DOCTYPE html><p>Text</p></main>
    };
}
