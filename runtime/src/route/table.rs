//! The table of a site's pages, as the compiler sees it.

use super::destination::Destination;
use super::methods::Methods;
use super::routes::Routes;
use crate::island::Reached;

/// What is known of a page or an endpoint before the program runs.
#[derive(Debug, Clone, Copy)]
pub struct Info {
    /// Its function, with the modules that it stands in: `shop::pages::product`.
    pub name: &'static str,
    /// Its pattern as written: `/products/[slug]`.
    pub pattern: &'static str,
    /// The same, read. `/` has no segments.
    pub segments: &'static [Segment],
    /// The methods that it answers.
    pub methods: Methods,
    /// What kind of answer it gives.
    pub kind: Kind,
    /// The key by which pages are sorted, so that those that may be in conflict come together. Two patterns that rank
    /// equally and can answer the same path have the same key.
    pub key: u64,
    /// Whether its markup is a part of a document, and gets no doctype.
    pub partial: bool,
    /// Whether other sites may send what changes something, such as a POST.
    pub cross_site: bool,
    /// Walks through the tags of its markup, to the islands that it can print.
    pub reach: fn(&mut Reached),
    /// Whether it is rendered ahead of time.
    pub prerender: bool,
}

/// What kind of answer a route gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A document: an empty 404 or 500 becomes the site's page for it.
    Page,
    /// Anything: its answers stay as they are.
    Endpoint,
    /// The way to another path.
    Redirect(&'static Destination),
}

/// What stands between two slashes of a pattern. Text is spelled as canonical paths spell it (`caf%C3%A9`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// `products`
    Static(&'static str),
    /// `[slug]`
    Param(&'static str),
    /// `[...path]`
    Rest(&'static str),
    /// `[from]-[to]`, `[...path].json`
    Mixed(&'static [Part]),
}

/// A piece of a mixed segment. Two that are no text never touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `-`
    Static(&'static str),
    /// `[from]`
    Param(&'static str),
    /// `[...path]`
    Rest(&'static str),
}

/// Pages, and lists of them.
#[derive(Debug, Clone, Copy)]
pub enum Table {
    /// One page, endpoint or redirect.
    Page(&'static Info),
    /// Several, in the order in which they were written.
    List(&'static [&'static Table]),
}

/// What has a place in a table: a page, an endpoint, redirects, a list of such.
pub trait Routed {
    /// The page or pages.
    const TABLE: Table;
}

/// What can be mounted on a router whose state is `S`. `M` tells how the arguments that read the body do so; it is
/// always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no page for a router with this state",
    label = "an argument of `{Self}` can't be extracted here",
    note = "each argument is a `[param]` of the pattern or an axum extractor; the last one may read the body"
)]
pub trait Mount<S, M>: Routed {
    /// Adds the page or pages.
    fn mount(routes: &mut Routes<S>);
}

impl Table {
    /// The page, where the table is one.
    ///
    /// # Panics
    /// For a list, which generated code never asks.
    pub(super) const fn page(&self) -> &'static Info {
        match self {
            Table::Page(info) => info,
            Table::List(_) => panic!("a list has no address of its own"),
        }
    }
}

impl Info {
    /// Whether it shows something to a browser that is sent to it.
    pub(super) const fn can_be_visited(&self) -> bool {
        let gets = Methods::of(&[Methods::GET, Methods::ALL]);
        self.methods.meets(gets) && !matches!(self.kind, Kind::Redirect(_))
    }
}

impl Info {
    /// The names of its params, in order.
    pub(crate) fn params(&self) -> impl Iterator<Item = &'static str> {
        self.segments.iter().flat_map(|segment| match segment {
            Segment::Static(_) => Vec::new(),
            Segment::Param(name) | Segment::Rest(name) => vec![*name],
            Segment::Mixed(parts) => parts.iter().filter_map(Part::param).collect(),
        })
    }
}

impl Part {
    fn param(&self) -> Option<&'static str> {
        match self {
            Part::Static(_) => None,
            Part::Param(name) | Part::Rest(name) => Some(name),
        }
    }
}

impl Segment {
    /// Whether it is text.
    pub(super) fn is_static(&self) -> bool {
        matches!(self, Segment::Static(_))
    }

    /// Whether it may span more than one segment of a path.
    pub(super) const fn has_rest(&self) -> bool {
        match self {
            Segment::Static(_) | Segment::Param(_) => false,
            Segment::Rest(_) => true,
            Segment::Mixed(parts) => {
                let mut at = 0;
                while at < parts.len() {
                    if matches!(parts[at], Part::Rest(_)) {
                        return true;
                    }
                    at += 1;
                }
                false
            }
        }
    }
}
