//! `link!`: a literal path, checked against the table at compile time.

use super::accept::accepts;
use super::message::Message;
use super::spelled::Spelled;
use super::table::{Info, Segment, Table};
use crate::distance::distance;

/// The page that answers GET of this path, which begins below the site's base. What stands behind a `?` or `#` is not
/// looked at.
///
/// # Panics
/// Where no page does, or the path has another canonical spelling: at compile time, when a constant calls it.
#[track_caller]
pub const fn find(table: &Table, link: &str) -> &'static Info {
    if let Table::List([]) = table {
        panic!(
            "this crate has no `SITE` with pages at its root, where `link!` looks for the path\n\
             help: write `isle::site! {{ pub SITE: [home] }}` in `main.rs` or `lib.rs`"
        )
    }
    let spelled = Spelled::path_of(link);
    let path = match spelled.path() {
        Ok(path) => path,
        Err(wrong) => panic!(
            "{}",
            Message::new("the link \"")
                .text(link)
                .text("\" ")
                .text(wrong)
                .as_str()
        ),
    };
    if let Some(page) = page_at(table, path) {
        return page;
    }
    let message = Message::new("no page answers \"").text(link).text("\"");
    let help = match nearest(table, link) {
        Some((_, pattern)) => message
            .text("\nhelp: did you mean \"")
            .text(pattern)
            .text("\"?"),
        None => message
            .text("\nhelp: write a path that a page of `SITE` answers, or call a page's `url(…)`"),
    };
    panic!("{}", help.as_str())
}

/// The pattern that is nearest to the path, if one is near, and how near.
const fn nearest(table: &Table, path: &str) -> Option<(usize, &'static str)> {
    match table {
        Table::Page(info) => {
            let steps = distance(path, info.pattern);
            let fits = info.can_be_visited() && is_literal(info.segments);
            if fits && steps <= 2 && steps * 2 < path.len() {
                Some((steps, info.pattern))
            } else {
                None
            }
        }
        Table::List(list) => {
            let mut found: Option<(usize, &'static str)> = None;
            let mut at = 0;
            while at < list.len() {
                if let Some(near) = nearest(list[at], path) {
                    let nearer = match found {
                        Some(best) => near.0 < best.0,
                        None => true,
                    };
                    if nearer {
                        found = Some(near);
                    }
                }
                at += 1;
            }
            found
        }
    }
}

/// Whether a pattern is a path as it is.
const fn is_literal(segments: &[Segment]) -> bool {
    let mut at = 0;
    while at < segments.len() {
        if !matches!(segments[at], Segment::Static(_)) {
            return false;
        }
        at += 1;
    }
    true
}

const fn page_at(table: &Table, path: &str) -> Option<&'static Info> {
    match table {
        Table::Page(info) if info.can_be_visited() && accepts(info.segments, path) => Some(info),
        Table::Page(_) => None,
        Table::List(list) => {
            let mut at = 0;
            while at < list.len() {
                if let Some(page) = page_at(list[at], path) {
                    return Some(page);
                }
                at += 1;
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::find;
    use crate::route::testing::named;
    use crate::route::{Kind, Methods, Site, Table, TrailingSlash, literal};

    fn table() -> Table {
        let page = |pattern, methods| {
            let info = named("a::b", pattern, Kind::Page, methods);
            &*Box::leak(Box::new(Table::Page(info)))
        };
        let nested = vec![
            page("/products/[slug]", Methods::GET),
            page("/caf\u{e9}", Methods::GET),
            page("/docs/[...path]", Methods::GET),
        ];
        let nested = Box::leak(Box::new(Table::List(nested.leak())));
        let pages = vec![
            page("/", Methods::GET),
            nested,
            page("/cart", Methods::POST),
        ];
        Table::List(pages.leak())
    }

    /// The pattern of the page that answers, or what the compiler says: the mistake, and what to write.
    fn found(link: &str) -> Result<&'static str, (String, String)> {
        let found = catch_unwind(|| find(&table(), link).pattern);
        found.map_err(|said| {
            let said = said.downcast_ref::<String>().expect("a message");
            let (mistake, help) = said.split_once("\nhelp: ").expect("a help");
            (mistake.to_owned(), help.to_owned())
        })
    }

    #[test]
    fn a_link_finds_its_page() {
        for (link, pattern) in [
            ("/", "/"),
            ("/?page=2", "/"),
            ("/products/red-shoe", "/products/[slug]"),
            ("/products/a%2Fb#top", "/products/[slug]"),
            ("/caf\u{e9}", "/caf\u{e9}"),
            ("/caf%C3%A9", "/caf\u{e9}"),
            ("/docs", "/docs/[...path]"),
            ("/docs/a/b", "/docs/[...path]"),
        ] {
            assert_eq!(found(link).as_deref(), Ok(pattern), "{link}");
        }
    }

    #[test]
    fn a_link_to_nowhere_is_told() {
        for (link, said) in [
            ("/product/x", "no page answers \"/product/x\""),
            ("/products", "no page answers \"/products\""),
            ("/products/a/b", "no page answers \"/products/a/b\""),
            ("/cart", "no page answers \"/cart\""),
            (
                "products/x",
                "the link \"products/x\" does not begin with a slash",
            ),
            (
                "/products/x/",
                "the link \"/products/x/\" ends with a slash",
            ),
            (
                "/docs//a",
                "the link \"/docs//a\" has an empty segment, or one that is `.` or `..`",
            ),
            (
                "/docs/../x",
                "the link \"/docs/../x\" has an empty segment, or one that is `.` or `..`",
            ),
            (
                "/docs/..",
                "the link \"/docs/..\" has an empty segment, or one that is `.` or `..`",
            ),
        ] {
            assert_eq!(found(link).unwrap_err().0, said);
        }
        for link in ["/docs/%61", "/docs/%2f", "/docs/%", "/docs/%5C"] {
            let (said, _) = found(link).unwrap_err();
            assert!(said.contains("begins no canonical escape"), "{said}");
        }
    }

    #[test]
    fn a_link_that_is_nearly_a_page_is_told_which() {
        let help = |link| found(link).unwrap_err().1;
        assert_eq!(help("/cafe"), "did you mean \"/caf\u{e9}\"?");
        // It can't be visited, or it is no path.
        assert!(help("/cart").starts_with("write a path"));
        assert!(help("/product/[slug]").starts_with("write a path"));
    }

    #[test]
    fn a_link_is_printed_as_it_travels_below_the_base() {
        let printed = |site, link| literal(site, find(&table(), link), link).to_string();
        let docs = Site {
            base: "/base",
            trailing_slash: TrailingSlash::Never,
            ..Site::DEFAULT
        };
        let always = Site {
            trailing_slash: TrailingSlash::Always,
            ..docs
        };
        for (link, plain, below, slash) in [
            ("/", "/", "/base", "/base/"),
            ("/?a=b c", "/?a=b%20c", "/base?a=b%20c", "/base/?a=b%20c"),
            (
                "/caf\u{e9}#x",
                "/caf%C3%A9#x",
                "/base/caf%C3%A9#x",
                "/base/caf%C3%A9/#x",
            ),
        ] {
            assert_eq!(printed(Site::DEFAULT, link), plain);
            assert_eq!(printed(docs, link), below);
            assert_eq!(printed(always, link), slash);
        }
    }
}
