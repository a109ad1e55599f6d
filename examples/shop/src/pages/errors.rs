//! The pages for what went wrong. isle shows them wherever a page of the site, or no page, was found.

use isle::prelude::*;

use crate::components::Layout;
use crate::pages::films::products;

/// Nothing is there.
#[page("/404", prerender)]
pub async fn missing() -> Html {
    html! {
        <Layout title="Not found">
            <h1>"We don't have that"</h1>
            <p class="lead">"Nothing stands at this address. It may have been sold, or never made."</p>
            <p><a class="button" href={products::url()}>Browse the shelves</a></p>
        </Layout>
    }
}

/// Our own mistake.
#[page("/500", prerender)]
pub async fn broken() -> Html {
    html! {
        <Layout title="Something broke">
            <h1>The reel has torn</h1>
            <p class="lead">"This is our fault, not yours. We have written it down, and splice as we speak."</p>
            <p><a class="button" href={products::url()}>Browse the shelves</a></p>
        </Layout>
    }
}
