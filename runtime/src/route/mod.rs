//! Routes: the table of pages, checked at compile time, and what it becomes at run time, an [`axum::Router`].
//!
//! | file | what it is for |
//! |---|---|
//! | `table`, `methods`, `site` | what is known of pages before the program runs |
//! | `check`, `overlap`, `order` | which page answers where several could, and that one does |
//! | `destination`, `leads` | redirects, and that each leads to a page |
//! | `link`, `spelled`, `accept` | `link!`: literal paths, looked up in the table by the compiler |
//! | `url`, `url_param` | the address of a page from its values |
//! | `canonical`, `layer` | the one spelling of a path |
//! | `matching`, `mixed`, `spanning`, `values` | matching a path, which gives the values too |
//! | `routes`, `claims`, `pages` | from the table to axum's router |
//! | `function`, `reads`, `answer` | a page's function, made one kind of thing for all pages |
//! | `dispatch`, `params`, `extractor`, `last`, `caught`, `trace`, `matched` | one request |
//! | `ahead` | pages that were rendered before there was a request |
//! | `error_page`, `default_page`, `fallback` | what is shown where nothing is |

mod accept;
mod ahead;
mod answer;
mod called;
mod canonical;
mod caught;
mod check;
mod claims;
pub(crate) mod default_page;
mod destination;
mod dispatch;
mod error_page;
mod extractor;
mod fallback;
mod function;
mod last;
mod layer;
mod leads;
mod link;
mod matched;
mod matching;
mod message;
mod methods;
mod mixed;
#[cfg(test)]
mod model;
mod order;
mod overlap;
mod pages;
mod params;
mod reads;
mod routes;
mod site;
mod spanning;
mod spelled;
mod table;
#[cfg(test)]
pub(crate) mod testing;
mod text;
mod trace;
mod url;
mod url_param;
mod values;

pub(crate) use ahead::Unasked;
pub use answer::Responds;
#[doc(hidden)]
pub use answer::{Answering, AnyAnswer, answering};
pub use destination::{Destination, Place};
pub(crate) use error_page::chain;
pub use extractor::Extractor;
pub use fallback::NotFound;
#[doc(hidden)]
pub use function::{AtOnce, HeadReader, LastReader, OwnParam, OwnReader, ParamReader};
pub use last::Last;
pub use layer::{Canonical, CanonicalService};
pub use matched::MatchedPattern;
pub use methods::Methods;
pub(crate) use pages::Pages;
pub use params::{NoSuchPage, Param, Params, param};
#[doc(hidden)]
pub use reads::Reads;
pub use routes::Routes;
pub(crate) use routes::router;
pub use site::{Output, Site, SiteInfo, TrailingSlash, default_site};
pub use table::{Info, Kind, Mount, Part, Routed, Segment, Table};
pub use url::{literal, url};
pub use url_param::UrlParam;
pub use {check::check, link::find};

/// How an argument or a value of a link is read: parameters of traits, always inferred, which only the compiler's
/// messages name.
pub mod how {
    pub use super::last::{Head, Maybe, Whole};
    pub use super::params::{Many, Opt, Plain, Res};
    pub use super::url_param::{Each, Given, Good, Itself, Perhaps};
}
