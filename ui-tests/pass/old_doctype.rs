use isle::prelude::*;

fn main() {
    let _ = html! {
        <!DOCTYPE html>
        <html><head><title>Shop</title></head><body></body></html>
    };
}
