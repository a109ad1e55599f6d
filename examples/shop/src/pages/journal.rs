//! The journal.

use isle::prelude::*;

use crate::components::{Day, Layout};
use crate::shop::Shop;

/// Its latest entries. A CDN may keep them for a minute.
#[page("/feed")]
pub async fn feed(response: ResponseHead, State(shop): State<Shop>) -> Page {
    html! {
        ---
        response.header(CACHE_CONTROL, "public, max-age=0, s-maxage=60, stale-while-revalidate=300");

        let posts = shop.posts(20).await?;
        ---
        <Layout title="Journal" here="Journal">
            <h1>Journal</h1>
            <p class="lead">"What happened between the shelves."</p>
            <ul class="posts">
                {posts.iter().map(|post| <li>
                    <Day iso={&post.published} />
                    <h2>{post.title}</h2>
                    {post.paragraphs().map(|text| <p>{text}</p>)}
                </li>)}
            </ul>
        </Layout>
    }
}
