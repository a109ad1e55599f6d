//! About the shop.

use isle::prelude::*;

use crate::components::Layout;

/// The one page that says nothing new.
#[page("/about", prerender)]
pub async fn about() -> Html {
    html! {
        <Layout title="About" here="About">
            <div class="prose">
                <h1>About this shop</h1>
                <p class="lead">"Lantern & Reel is a made-up shop that shows what a site made with isle looks like, from the outside."</p>
                <h2>The films are real</h2>
                <p>"Their facts come from an open data set, mess and all: accents, ampersands, blanks. Prices and stock are invented by the till."</p>
                <h2>The pages are plain</h2>
                <p>"Every page is HTML, written by a Rust program: this one when it started, most at the moment you ask for them. Few pages run a script in your browser, and all work without. The cart is a cookie that holds film numbers, and being logged in is another, signed one."</p>
                <h2>Nothing is sold</h2>
                <p>"You can fill a cart. There is no way to pay for it."</p>
            </div>
        </Layout>
    }
}
