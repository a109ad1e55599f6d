use isle::prelude::*;

fn main() {
    let _ = html! {
        <html><head><title>Shop</title><div>One</div></head><body></body></html>
    };
}
