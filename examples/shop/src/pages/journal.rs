//! The journal.

use isle::prelude::*;

use crate::components::{Day, Layout};
use crate::database::DatabaseError;
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
                    <a href={entry::url(&post.published)}><Day iso={&post.published} /></a>
                    <h2>{post.title}</h2>
                    {post.paragraphs().map(|text| <p>{text}</p>)}
                </li>)}
            </ul>
        </Layout>
    }
}

/// The days on which something was written.
async fn days(State(shop): State<Shop>) -> Result<Vec<String>, DatabaseError> {
    let posts = shop.posts(u32::MAX).await?;
    Ok(posts.into_iter().map(|post| post.published).collect())
}

/// What was written on a day. It does not change, so it is rendered when the shop starts.
#[page("/journal/[day]", prerender = days)]
pub async fn entry(day: String, State(shop): State<Shop>) -> Page {
    let posts = shop.posts(u32::MAX).await?;
    let post = posts.iter().find(|post| post.published == day);
    let post = post.ok_or_else(Exit::not_found)?;
    html! {
        <Layout title={&post.title} here="Journal">
            <article class="prose">
                <p><Day iso={&post.published} /></p>
                <h1>{post.title}</h1>
                {post.paragraphs().map(|text| <p>{text}</p>)}
                <p><a href={feed::url()}>The whole journal</a></p>
            </article>
        </Layout>
    }
}
