//! The films: the front page, the list, and each of them.

use axum::extract::rejection::QueryRejection;
use axum::http::StatusCode;
use isle::prelude::*;

use crate::browse::{Browse, Sort};
use crate::components::{Cover, Day, FilmCard, Layout};
use crate::islands::{Like, Menu, Search};
use crate::likes::Likes;
use crate::pages::basket::cart;
use crate::pages::journal::feed;
use crate::shop::Shop;

/// The front page.
#[page("/")]
pub async fn home(State(shop): State<Shop>) -> Page {
    html! {
        ---
        let picks = shop.picks(12).await?;
        let genres = shop.genres().await?;
        let posts = shop.posts(3).await?;
        ---
        <Layout title="Films worth keeping">
            <div class="hero">
                <h1>Films worth keeping, on a shelf of your own</h1>
                <p class="lead">"Six hundred of them, silent & loud, with the subtitles they deserve and no opinion about what you should watch next."</p>
                <a class="button" href={products::url()}>Browse the shelves</a>
            </div>
            <section class="section" aria-labelledby="picks">
                <div class="section-head">
                    <h2 id="picks">We have a word to say about these</h2>
                    <a href={products::url()}>All films</a>
                </div>
                <ul class="films">
                    {for film in &picks { <FilmCard film={film} /> }}
                </ul>
            </section>
            <section class="section" aria-labelledby="genres">
                <div class="section-head"><h2 id="genres">By genre</h2></div>
                <Menu name="Genres" client:media="(max-width: 30rem)">
                <ul class="tags">
                    {for genre in &genres {
                        <li><a class="tag" href={Browse::genre(&genre.name).link()}>{genre.name} {genre.films}</a></li>
                    }}
                </ul>
                </Menu>
            </section>
            <section class="section" aria-labelledby="journal">
                <div class="section-head">
                    <h2 id="journal">From the journal</h2>
                    <a href={feed::url()}>All entries</a>
                </div>
                <ul class="posts short">
                    {for post in &posts {
                        <li><Day iso={&post.published} /><h3>{post.title}</h3></li>
                    }}
                </ul>
            </section>
        </Layout>
    }
}

/// The list: `?page=2&sort=price`.
#[page("/products")]
pub async fn products(
    query: Result<Query<Browse>, QueryRejection>,
    response: ResponseHead,
    State(shop): State<Shop>,
) -> Page {
    html! {
        ---
        let Ok(Query(browse)) = query else {
            response.status(StatusCode::BAD_REQUEST);
            return html! { <BadQuery /> };
        };
        let Some(found) = shop.browse(&browse).await? else {
            return not_found();
        };
        let genres = shop.genres().await?;
        let page = browse.page();
        ---
        <Layout title="All films" here="Films">
            <h1>{if browse.genre.is_empty() { "All films" } else { browse.genre.as_str() }}</h1>
            <form class="filters" role="search" aria-label="Films" action={products::url()}>
                <Search words={&browse.q} client:event />
                <div>
                    <label for="genre">Genre</label>
                    <select id="genre" name="genre">
                        <option value="">All genres</option>
                        {for genre in &genres {
                            <option selected={genre.name == browse.genre}>{genre.name}</option>
                        }}
                    </select>
                </div>
                <div>
                    <label for="sort">Order</label>
                    <select id="sort" name="sort">
                        {for (sort, value, name) in Sort::ALL {
                            <option value={value} selected={sort == browse.sort}>{name}</option>
                        }}
                    </select>
                </div>
                <button>Show</button>
            </form>
            <p class="quiet">
                {match found.total {
                    0 => <>No film fits. Fewer words find more.</>,
                    1 => <>One film</>,
                    total => <>{total} films, page {page} of {found.pages}</>,
                }}
            </p>
            <ul class="films">
                {for film in &found.films { <FilmCard film={film} /> }}
            </ul>
            {if found.pages > 1 {
                <nav class="pages" aria-label="Pages">
                    {if page > 1 { <a rel="prev" href={browse.at(page - 1).link()}>"← Previous"</a> }}
                    <p>Page {page} of {found.pages}</p>
                    {if page < found.pages { <a rel="next" href={browse.at(page + 1).link()}>"Next →"</a> }}
                </nav>
            }}
        </Layout>
    }
}

/// The answer to a query that says nothing we know.
#[component]
fn BadQuery() -> Html {
    html! {
        <Layout title="What was that?" here="Films">
            <h1>"We didn't get that"</h1>
            <p class="lead">"The address asks for a page or an order that the list doesn't have."</p>
            <p>"A page is a number from 1 up. An order is one of these:"</p>
            <ul class="tags">
                {for (_, value, name) in Sort::ALL {
                    <li><a class="tag" href={products::url().query(&[("sort", value)])}>{name} <code>"sort="{value}</code></a></li>
                }}
            </ul>
        </Layout>
    }
}

/// A film.
#[page("/products/[slug]")]
pub async fn product(slug: String, cookies: Cookies, State(shop): State<Shop>) -> Page {
    html! {
        ---
        let Some(film) = shop.film(&slug).await? else {
            return not_found_with("Not found");
        };
        let likes = shop.likes(film.id).await?;
        let liked: Likes = cookies.get("likes").and_then(|likes| likes.parse().ok()).unwrap_or_default();
        ---
        <Layout title={&film.title} here="Films">
            <article class="product">
                <div aria-hidden="true"><Cover film={&film} /></div>
                <div>
                    <h1>{film.title}</h1>
                    {if let Some(original) = &film.original {
                        <p class="original" lang={&film.language} dir="auto">{original}</p>
                    }}
                    <ul class="tags">
                        {for tag in film.tags() {
                            <li class:list={["tag", tag.hot.then_some("hot")]}>{tag.name}</li>
                        }}
                    </ul>
                    <div class="buy">
                        <p class="price">{film.price}</p>
                        {if film.in_stock() {
                            <p class="in-stock">In stock</p>
                            <form method="post" action={cart::url()}>
                                <input type="hidden" name="film" value={film.id} />
                                <button name="change" value="add">Add to cart</button>
                            </form>
                        } else {
                            <p>Sold out</p>
                        }}
                        <Like film={film.id} {likes} liked={liked.hold(film.id)} client:visible />
                    </div>
                    <dl>
                        <dt>Released</dt>
                        <dd><Day iso={&film.released} /></dd>
                        {if let Some(director) = &film.director { <dt>Director</dt> <dd>{director}</dd> }}
                        {if let Some(minutes) = film.minutes { <dt>Running time</dt> <dd>{minutes} minutes</dd> }}
                        {if let Some(distributor) = &film.distributor { <dt>Distributor</dt> <dd>{distributor}</dd> }}
                        {if let Some(basis) = &film.basis { <dt>Origin</dt> <dd>{basis}</dd> }}
                    </dl>
                    {if film.note.is_some() {
                        <section class="note" aria-labelledby="note">
                            <h2 id="note">A word from the shop</h2>
                            {film.notes().map(|paragraph| <p>{paragraph}</p>)}
                        </section>
                    }}
                </div>
            </article>
        </Layout>
    }
}
