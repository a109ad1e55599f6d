//! A site whose pages are rendered.

use std::fmt;
use std::sync::Arc;

use super::stored::Stored;
use crate::route::{NotFound, Pages, router};

/// A site with the pages that are rendered ahead of time in memory: what `SITE::prepare(settings, &state)` gives.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/about", prerender)]
/// async fn about() -> Page {
///     html! { <h1>About</h1> }
/// }
///
/// isle::site! { pub SITE: [about] }
///
/// # async fn run() -> Result<(), isle::ahead::NotPrepared> {
/// let state = ();
/// let site = SITE::prepare(isle::Settings::default(), &state).await?;
/// let app: axum::Router = axum::Router::new()
///     .merge(site.router())
///     .fallback(site.not_found())
///     .with_state(state);
/// # let _ = app;
/// # Ok(())
/// # }
/// # fn main() {}
/// ```
pub struct Prepared<S> {
    pub(super) pages: Arc<Pages<S>>,
}

impl<S: Clone + Send + Sync + 'static> Prepared<S> {
    /// The site as an axum router, to be merged, nested and layered like any other.
    pub fn router(&self) -> axum::Router<S> {
        router(&self.pages)
    }

    /// What answers where no route does, as an application's `fallback`: the page `/404`.
    pub fn not_found(&self) -> NotFound<S> {
        NotFound::new(self.pages.clone())
    }
}

impl<S> Prepared<S> {
    /// The addresses of the pages that were rendered, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.kept().map(|(path, _)| path)
    }

    /// The patterns of what is not rendered ahead of time, in the order in which they are asked.
    pub fn on_demand(&self) -> Vec<&'static str> {
        let infos = self.pages.infos();
        infos
            .filter(|info| !info.prerender)
            .map(|info| info.pattern)
            .collect()
    }

    /// The files of the islands that any page can print, by their paths below the base.
    pub(super) fn island_files(&self) -> impl Iterator<Item = (String, &'static str)> {
        let folder = self.pages.site.files;
        let texts = self.pages.files.texts();
        texts.map(move |(name, text)| (format!("{folder}/{name}"), text))
    }

    /// The pages by their paths below the base.
    pub(super) fn stored(&self) -> impl Iterator<Item = (&str, &Stored)> {
        let base = self.pages.site.base;
        let kept = self.pages.kept();
        kept.map(move |(path, page)| (path.strip_prefix(base).unwrap_or(path), page))
    }
}

impl<S> Clone for Prepared<S> {
    fn clone(&self) -> Prepared<S> {
        Prepared {
            pages: self.pages.clone(),
        }
    }
}

impl<S> fmt::Debug for Prepared<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.paths()).finish()
    }
}
