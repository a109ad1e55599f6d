use isle::prelude::*;

fn main() {
    let _ = html! {
        <html><head><title>Shop</title></head><body><div>One</div></body></html>
    };
}
