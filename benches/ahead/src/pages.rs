//! The pages that are served.

use isle::prelude::*;

/// About a kilobyte.
#[page("/small", prerender)]
pub async fn small() -> Html {
    html! {
        <html lang="en">
            <head><meta charset="utf-8" /><title>Small</title></head>
            <body><h1>A small page</h1>{for number in 0..20_u32 { <p>"Paragraph number " {number} " of a page."</p> }}</body>
        </html>
    }
}

/// About 30 kilobytes.
#[page("/large", prerender)]
pub async fn large() -> Html {
    html! {
        <html lang="en">
            <head><meta charset="utf-8" /><title>Large</title></head>
            <body><h1>A large page</h1>{for number in 0..700_u32 { <p>"Paragraph number " {number} " of a page."</p> }}</body>
        </html>
    }
}
