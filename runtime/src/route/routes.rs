//! From pages to an axum router.

use std::pin::Pin;
use std::sync::Arc;

use axum::http::request::Parts;
use axum::routing::any;

use super::called::Answer;
use super::claims::claims;
use super::destination::Leads;
use super::dispatch::dispatch;
use super::fallback::NotFound;
use super::function::Handler;
use super::pages::{Page, Pages};
use super::params::Params;
use super::site::Site;
use super::table::{Info, Segment, Table};
use crate::ahead::{self, List, Lists, NotPrepared, Prepared};
#[cfg(debug_assertions)]
use crate::island::reload;
use crate::settings::Settings;

/// A future that a page answers with.
pub(super) type BoxFuture<'r> = Pin<Box<dyn Future<Output = Answer> + Send + 'r>>;

/// What a page is called with.
#[derive(Debug)]
pub struct Call<'r> {
    /// The head of the request. Its body lies in the [`Context`](crate::request::Context) among its extensions, where
    /// an argument could read it.
    pub parts: &'r mut Parts,
    /// The values of the pattern's params.
    pub params: Params<'r>,
    /// What is known of the page.
    pub page: &'static Info,
    /// What is known of its site.
    pub site: &'r Site,
}

/// The pages of a site, with the functions that answer.
pub struct Routes<S> {
    pages: Vec<Page<S>>,
    lists: Lists<S>,
}

impl<S> Routes<S> {
    /// No pages yet.
    pub fn new() -> Routes<S> {
        Routes {
            pages: Vec::new(),
            lists: Lists::new(),
        }
    }

    /// Adds a page.
    pub(super) fn add(&mut self, info: &'static Info, handler: impl Handler<S>) {
        self.pages.push(Page {
            info,
            reads: handler.reads(),
            handler: Arc::new(handler),
        });
    }

    /// Adds the list of a page's params, for which it is rendered ahead of time.
    pub fn list<P, A, M, L>(&mut self, info: &'static Info, list: L)
    where
        L: List<S, P, A, M> + Copy + Send + Sync + 'static,
        P: 'static,
        A: 'static,
        M: 'static,
    {
        self.lists.add(info, list);
    }

    /// Adds the redirects of a table.
    pub fn add_redirects(&mut self, table: &'static Table) {
        match table {
            Table::Page(info) => self.add(info, Leads),
            Table::List(list) => list.iter().for_each(|table| self.add_redirects(table)),
        }
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// The pages as an axum router, with the files of their islands. It has no fallback, and claims no path that no page
    /// could answer.
    pub fn finish(self, site: Site, settings: Settings) -> axum::Router<S> {
        router(&Arc::new(Pages::new(self.pages, site, settings)))
    }

    /// Renders what is rendered ahead of time.
    ///
    /// # Errors
    /// [`NotPrepared`], where a page could not be.
    pub async fn prepare(
        self,
        site: Site,
        settings: Settings,
        state: &S,
    ) -> Result<Prepared<S>, NotPrepared> {
        let pages = Arc::new(Pages::new(self.pages, site, settings));
        ahead::prepare(pages, self.lists, state).await
    }

    /// What answers where no route does: the site's page `/404`.
    pub fn not_found(self, site: Site, settings: Settings) -> NotFound<S> {
        NotFound::new(Arc::new(Pages::new(self.pages, site, settings)))
    }
}

/// The pages as an axum router, with the files of their islands. It has no fallback, and claims no path that no page
/// could answer.
pub(crate) fn router<S: Clone + Send + Sync + 'static>(pages: &Arc<Pages<S>>) -> axum::Router<S> {
    let patterns: Vec<&'static [Segment]> = pages.patterns().collect();
    let router = match pages.files.is_empty() {
        true => axum::Router::new(),
        false => pages.files.router(&pages.site),
    };
    #[cfg(debug_assertions)]
    let router = match pages.settings.live_reload {
        true => router.merge(reload::router(&pages.site)),
        false => router,
    };
    claims(pages.site.base, &patterns)
        .into_iter()
        .fold(router, |router, claim| {
            let among = pages.among(claim.patterns);
            let dispatch = dispatch(pages.clone(), among);
            // axum asks for the method of a route one by one, and for that of most requests first.
            router.route(&claim.path, any(dispatch.clone()).get(dispatch))
        })
}

impl<S> Default for Routes<S> {
    fn default() -> Routes<S> {
        Routes::new()
    }
}

impl<S> std::fmt::Debug for Routes<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.pages.iter().map(|page| page.info.pattern))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use axum::response::IntoResponse;
    use proptest::prelude::*;
    use tower_service::Service;

    use super::{BoxFuture, Call, Routes};
    use crate::Settings;
    use crate::route::accept::accepts;
    use crate::route::called::Answer;
    use crate::route::function::Handler;
    use crate::route::model::{any_path, any_pattern, encode};
    use crate::route::order::{compare, compare_rank};
    use crate::route::overlap::{meet, same, within};
    use crate::route::reads::Reads;
    use crate::route::testing::info;
    use crate::route::{Info, Kind, Site, TrailingSlash};

    struct Show;

    impl Handler<()> for Show {
        fn call<'r>(&'r self, call: Call<'r>, (): &'r ()) -> BoxFuture<'r> {
            let shown = call.page.pattern;
            Box::pin(async move { Answer::Response(shown.into_response()) })
        }

        fn reads(&self) -> Reads {
            Reads::Nothing
        }
    }

    fn router(table: &[&'static Info], site: Site) -> axum::Router {
        let mut routes = Routes::new();
        table.iter().for_each(|info| routes.add(info, Show));
        routes.finish(site, Settings::default())
    }

    async fn get(app: &mut axum::Router, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = app.call(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    /// Patterns of which no two are in conflict.
    fn any_table() -> impl Strategy<Value = Vec<&'static Info>> {
        let conflict = |one: &Info, other: &Info| {
            let (one, other) = (one.segments, other.segments);
            let inside = || within(one, other) || within(other, one);
            same(one, other) || (compare_rank(one, other) == 0 && meet(one, other) && !inside())
        };
        proptest::collection::vec(any_pattern(), 1..24).prop_map(move |patterns| {
            let mut table: Vec<&'static Info> = Vec::new();
            for pattern in patterns {
                let page = info(&pattern, Kind::Page);
                if !table.iter().any(|other| conflict(page, other)) {
                    table.push(page);
                }
            }
            table
        })
    }

    proptest! {
        #[test]
        fn the_first_page_in_order_that_matches_answers(
            table in any_table(),
            paths in proptest::collection::vec(any_path(), 16),
        ) {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let mut app = router(&table, Site { trailing_slash: TrailingSlash::Ignore, ..Site::DEFAULT });
            let mut ordered = table.clone();
            ordered.sort_by(|one, other| compare(one.segments, other.segments));
            for path in paths {
                let path = encode(&path);
                let first = ordered.iter().find(|info| accepts(info.segments, &path));
                for slash in ["", "/"] {
                    let asked = format!("{path}{slash}");
                    if asked.is_empty() {
                        continue;
                    }
                    let (status, shown) = runtime.block_on(get(&mut app, &asked));
                    match first {
                        Some(info) => prop_assert_eq!((status, &*shown), (StatusCode::OK, info.pattern), "{}", asked),
                        None => prop_assert_eq!(status, StatusCode::NOT_FOUND, "{}", asked),
                    }
                }
            }
        }
    }

    #[tokio::test]
    async fn text_that_axum_would_read_otherwise() {
        let patterns = ["/a:b/%5B*c", "/x/%7Bid%7D", "/:/x"];
        let table: Vec<_> = patterns
            .iter()
            .map(|pattern| info(pattern, Kind::Page))
            .collect();
        let mut app = router(&table, Site::DEFAULT);
        assert_eq!(get(&mut app, "/a:b/[*c").await.1, "/a:b/%5B*c");
        assert_eq!(get(&mut app, "/:/x").await.1, "/:/x");
        assert_eq!(get(&mut app, "/x/%7Bid%7D").await.1, "/x/%7Bid%7D");
        assert_eq!(get(&mut app, "/x/other").await.0, StatusCode::NOT_FOUND);
    }
}
