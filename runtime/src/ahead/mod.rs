//! Pages rendered ahead of time: before the first request, and for good.
//!
//! `#[page("/about", prerender)]` says that a page shows the same to everybody. `SITE::prepare(settings, &state)` renders
//! such pages, several at once, and gives a [`Prepared`] site: its router answers them from memory, with an `ETag`, `304`
//! for who has them, and bodies that are compressed already (feature `compression`). [`export()`] writes them into a
//! folder. A query is ignored: there is one answer for each path.
//!
//! Where the params of a page are known, `#[page("/blog/[slug]", prerender = posts)]` names the function that lists
//! them:
//!
//! ```
//! use isle::prelude::*;
//!
//! #[derive(Clone)]
//! struct Blog(Vec<(String, String)>);
//!
//! /// What the page takes in its path, for each of its paths.
//! async fn posts(State(blog): State<Blog>) -> Result<Vec<String>, std::io::Error> {
//!     Ok(blog.0.iter().map(|(slug, _)| slug.clone()).collect())
//! }
//!
//! #[page("/blog/[slug]", prerender = posts)]
//! async fn post(slug: String, State(blog): State<Blog>) -> Page {
//!     let post = blog.0.iter().find(|(known, _)| *known == slug);
//!     let (_, text) = post.ok_or_else(Exit::not_found)?;
//!     html! { <p>{text}</p> }
//! }
//!
//! isle::site! { pub SITE: [post] }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), isle::ahead::NotPrepared> {
//! let blog = Blog(vec![("first".into(), "Hello!".into())]);
//! let site = SITE::prepare(isle::Settings::default(), &blog).await?;
//! assert!(site.paths().eq(["/blog/first"]));
//!
//! let app: axum::Router = site.router().with_state(blog);
//! # let _ = app;
//! # Ok(())
//! # }
//! ```
//!
//! - A path that is not listed belongs to the next page that matches it, as in Astro, or is a 404.
//! - What needs a request does not compile as an argument of such a page: see [`NeedsNoRequest`].
//! - A page that fails, leads elsewhere, sets a cookie, or answers a status that is no success stops the start, and
//!   [`NotPrepared`] names it. The pages `/404` and `/500` may be rendered ahead of time like any other.
//! - Layers of the application stand in front of these pages as in front of all, and see each request; they do not see
//!   the rendering.
//! - A router that was made by `SITE::router(settings)`, or by [`router!`](crate::router), knows of no rendering: it
//!   renders such a page for each request, and says so in the log, once.

mod argument;
mod bounded;
pub(crate) mod coding;
mod condition;
mod export;
mod failed;
mod list;
mod prepare;
mod prepared;
mod progress;
mod stored;

pub use argument::{Fits, NeedsNoRequest, Rendered, Unlisted, fits, rendered};
pub use export::{ExportError, Exported, Files, export};
pub use failed::NotPrepared;
pub(crate) use list::Lists;
pub use list::{List, ListError, Listed, Row, Rows};
pub(crate) use prepare::prepare;
pub use prepared::Prepared;
pub(crate) use stored::Stored;
