//! The pages of a site as they are asked: sorted, and those of one shape together.

use std::borrow::Cow;
use std::sync::Arc;

use axum::http::Method;
use axum::response::Response;

use super::ahead::Ahead;
use super::canonical::{NoPath, canonical};
use super::error_page::{FAILED, LOST};
use super::function::Handler;
use super::matching::{matches, rest_holds_slash};
use super::methods::Methods;
use super::order::compare;
use super::overlap::same;
use super::reads::Reads;
use super::site::Site;
use super::table::{Info, Segment};
use super::values::Values;
use crate::ahead::Stored;
use crate::island::Files;
use crate::request::UsualHost;
use crate::response::markup_heads::MarkupHeads;
use crate::settings::Settings;

/// All that answering needs to know.
pub(crate) struct Pages<S> {
    pub(crate) site: Site,
    /// What islands need in the browser.
    pub(crate) files: Files,
    pub(super) settings: Arc<Settings>,
    pub(super) ahead: Ahead,
    pub(super) markup: MarkupHeads,
    pub(super) host: UsualHost,
    shapes: Vec<Shape<S>>,
    /// The page `/404`.
    pub(super) lost: Option<Page<S>>,
    /// The page `/500`.
    pub(super) failed: Option<Page<S>>,
}

/// Pages that differ in their methods, not in the paths that they match.
struct Shape<S> {
    segments: &'static [Segment],
    /// Whether a rest stands among them.
    rests: bool,
    /// Whether all its pages are rendered ahead of time.
    prerendered: bool,
    pages: Vec<Page<S>>,
}

/// A page and its function.
pub(super) struct Page<S> {
    pub(super) info: &'static Info,
    pub(super) reads: Reads,
    pub(super) handler: Arc<dyn Handler<S>>,
}

impl<S> Clone for Page<S> {
    fn clone(&self) -> Page<S> {
        Page {
            info: self.info,
            reads: self.reads,
            handler: self.handler.clone(),
        }
    }
}

/// The shapes that a path is looked up among, as indices in the order in which they are asked.
pub(super) struct Among {
    shapes: Vec<usize>,
    /// One that has no params, and its address.
    fixed: Option<(String, usize)>,
}

/// What a path and a method lead to.
pub(super) enum Found<'t, 'p, S> {
    /// This page, with the values of its params.
    Page(&'t Page<S>, Values<'p>),
    /// What a page showed ahead of time.
    Kept(&'t Stored),
    /// The address that a page has, which is not this path.
    Elsewhere(String),
    /// Nothing.
    Nothing,
    /// What no path may be.
    BadPath,
    /// Pages that answer these methods, and not the one that was asked for.
    OtherMethods(Methods),
}

impl<S> Pages<S> {
    pub(super) fn new(mut pages: Vec<Page<S>>, site: Site, settings: Settings) -> Pages<S> {
        let named = |pattern: &str| {
            let mut gets = pages
                .iter()
                .filter(|page| page.info.methods.meets(Methods::GET));
            gets.find(|page| page.info.pattern == pattern).cloned()
        };
        let (lost, failed) = (named(LOST), named(FAILED));
        let files = Files::of(pages.iter().map(|page| page.info));
        pages.sort_by(|one, other| compare(one.info.segments, other.info.segments));
        let mut shapes: Vec<Shape<S>> = Vec::new();
        for page in pages {
            let info = page.info;
            match shapes.last_mut() {
                Some(shape) if same(shape.segments, info.segments) => {
                    shape.prerendered &= info.prerender;
                    shape.pages.push(page);
                }
                _ => shapes.push(Shape {
                    segments: info.segments,
                    rests: info.segments.iter().any(Segment::has_rest),
                    prerendered: info.prerender,
                    pages: vec![page],
                }),
            }
        }
        Pages {
            site,
            files,
            markup: MarkupHeads::new(&settings),
            settings: Arc::new(settings),
            ahead: Ahead::default(),
            host: UsualHost::default(),
            shapes,
            lost,
            failed,
        }
    }

    /// The response with the headers that every answer of the site has.
    pub(super) fn secured(&self, mut response: Response) -> Response {
        self.settings.security.add(response.headers_mut());
        response
    }

    /// Whether documents get the tag of live reload.
    pub(super) fn reloads(&self) -> bool {
        #[cfg(debug_assertions)]
        return self.settings.live_reload;
        #[cfg(not(debug_assertions))]
        false
    }

    /// The patterns, in the order in which they are asked.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &'static [Segment]> {
        self.shapes.iter().map(|shape| shape.segments)
    }

    /// What is known of the pages, in the order in which they are asked.
    pub(crate) fn infos(&self) -> impl Iterator<Item = &'static Info> {
        let pages = self.shapes.iter().flat_map(|shape| &shape.pages);
        pages.map(|page| page.info)
    }

    /// All shapes.
    pub(super) fn all(&self) -> Among {
        Among {
            shapes: (0..self.shapes.len()).collect(),
            fixed: None,
        }
    }

    /// The shapes of these indices.
    pub(super) fn among(&self, shapes: Vec<usize>) -> Among {
        let mut among = Among {
            shapes,
            fixed: None,
        };
        among.fixed = among.shapes.iter().find_map(|index| {
            let shape = &self.shapes[*index];
            let has_params = !shape.segments.iter().all(Segment::is_static);
            if has_params || shape.prerendered {
                return None;
            }
            let info = shape.pages[0].info;
            let address = self.address_of(info, &[]);
            let (first, _) = self.shape(&among, &address)?;
            let is_found = std::ptr::eq(first, shape)
                && matches!(canonical(&address), Ok(Cow::Borrowed(_)))
                && self.site.is_address(&address, info);
            is_found.then_some((address, *index))
        });
        among
    }

    /// The page whose address a path is, letter by letter, if it has no params. All other requests take the longer way.
    pub(super) fn fixed(&self, among: &Among, method: &Method, path: &str) -> Option<&Page<S>> {
        let (address, index) = among.fixed.as_ref()?;
        let page = (path == address).then(|| self.shapes[*index].page(method))??;
        (!page.info.prerender).then_some(page)
    }

    /// Looks a path up. `respelled` says that the path was another before.
    pub(super) fn find<'p>(
        &self,
        among: &Among,
        method: &Method,
        path: &'p str,
        respelled: bool,
    ) -> Found<'_, 'p, S> {
        let spelled = match canonical(path) {
            Ok(spelled) => spelled,
            Err(NoPath::Bad) => return Found::BadPath,
            Err(NoPath::EmptySegment) => return Found::Nothing,
        };
        if let Cow::Owned(spelled) = spelled {
            return match self.shape(among, &spelled) {
                Some((shape, _)) => Found::Elsewhere(self.address(shape, &spelled)),
                None => Found::Nothing,
            };
        }
        let Some((shape, values)) = self.shape(among, path) else {
            return Found::Nothing;
        };
        if shape.rests && rest_holds_slash(shape.segments, &values) {
            return Found::BadPath;
        }
        if respelled || !self.site.is_address(path, shape.pages[0].info) {
            return Found::Elsewhere(self.address(shape, path));
        }
        self.found(shape, method, path, values)
    }

    /// What answers the method, of the pages of a shape that was found at this path.
    fn found<'t, 'p>(
        &'t self,
        shape: &'t Shape<S>,
        method: &Method,
        path: &str,
        values: Values<'p>,
    ) -> Found<'t, 'p, S> {
        match shape.page(method) {
            Some(page) if page.info.prerender && self.ahead.is_rendered() => {
                self.ahead.find(path).map_or(Found::Nothing, Found::Kept)
            }
            Some(page) => Found::Page(page, values),
            None => Found::OtherMethods(
                shape
                    .pages
                    .iter()
                    .fold(Methods::NONE, |all, page| all.with(page.info.methods)),
            ),
        }
    }

    /// Whether a path is none of those at which pages of this shape were rendered ahead of time. The next page that
    /// matches has it then.
    fn leaves(&self, shape: &Shape<S>, path: &str) -> bool {
        shape.prerendered && self.ahead.is_rendered() && self.ahead.find(path).is_none()
    }

    fn address(&self, shape: &Shape<S>, path: &str) -> String {
        self.site.address(path, shape.pages[0].info)
    }

    fn shape<'p>(&self, among: &Among, path: &'p str) -> Option<(&Shape<S>, Values<'p>)> {
        let inside = self.site.strip(path)?;
        let mut values = Values::default();
        let mut shapes = among.shapes.iter().map(|index| &self.shapes[*index]);
        let found = shapes.find(|shape| {
            matches(shape.segments, inside, &mut values) && !self.leaves(shape, path)
        })?;
        Some((found, values))
    }
}

impl<S> Shape<S> {
    /// The page that answers the method. HEAD is answered by whoever names it, else by GET, else by ALL.
    fn page(&self, method: &Method) -> Option<&Page<S>> {
        let answering = |methods: Methods| {
            self.pages
                .iter()
                .find(|page| page.info.methods.meets(methods))
        };
        answering(Methods::named(method))
            .or_else(|| {
                if method == Method::HEAD {
                    answering(Methods::GET)
                } else {
                    None
                }
            })
            .or_else(|| {
                if matches!(*method, Method::TRACE | Method::CONNECT) {
                    None
                } else {
                    answering(Methods::ALL)
                }
            })
    }
}
