use isle::prelude::*;

fn main() {
    let _ = html! {
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">
        <html><head><title>Shop</title></head><body></body></html>
    };
}
