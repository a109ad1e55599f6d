//! The frame around every page.

use isle::prelude::*;

#[component]
pub(crate) fn Layout(title: &str) -> Html {
    html! {
        <!DOCTYPE html>
        <html lang="en">
            <head><meta charset="utf-8" /><title>{title}</title></head>
            <body><h1>{title}</h1><slot /></body>
        </html>
    }
}
