use isle::prelude::*;

fn main() {
    let _ = html! {
        <!DOCTYPE html><main><p>Text</p></main>
    };
}
