//! The table's check at compile time: no two pages answer the same requests, and redirects lead to pages.

use super::leads;
use super::message::Message;
use super::order::{compare_rank, compare_start, first_start};
use super::overlap::{meet, same, within};
use super::table::{Info, Kind, Table};
use super::text;

/// Panics, and so ends the compilation, where two pages of the table would answer the same requests, or a redirect
/// leads to none of them.
///
/// Two patterns that differ in the names of their params only may stand beside each other if no method is answered by
/// both. Two of different shape may both match a path if the order of patterns says which is asked first.
///
/// Evaluating it costs about as much as sorting the table.
#[track_caller]
pub const fn check(table: &Table) {
    // The array must be as large as the table, and its size a constant.
    match count(table) {
        0..=32 => sorted::<32>(table),
        33..=256 => sorted::<256>(table),
        257..=1024 => sorted::<1024>(table),
        1025..=4096 => sorted::<4096>(table),
        4097..=16384 => sorted::<16384>(table),
        _ => panic!("a site's table holds at most 16384 pages"),
    }
}

const fn count(table: &Table) -> usize {
    match table {
        Table::Page(_) => 1,
        Table::List(list) => {
            let mut pages = 0;
            let mut at = 0;
            while at < list.len() {
                pages += count(list[at]);
                at += 1;
            }
            pages
        }
    }
}

#[track_caller]
const fn sorted<const N: usize>(table: &Table) {
    let mut pages = [None; N];
    let length = collect(table, &mut pages, 0);
    sort(&mut pages, length);
    let mut at = 0;
    while at < length {
        compare_with_followers(&pages, length, at);
        at += 1;
    }
    leads::check(&pages, length);
}

/// Writes the table's pages from `at` on, and returns where they end.
const fn collect(table: &Table, pages: &mut [Option<&'static Info>], at: usize) -> usize {
    match table {
        Table::Page(info) => {
            pages[at] = Some(info);
            at + 1
        }
        Table::List(list) => {
            let mut end = at;
            let mut index = 0;
            while index < list.len() {
                end = collect(list[index], pages, end);
                index += 1;
            }
            end
        }
    }
}

/// A merge sort from small runs to large ones, which leaves equal pages in their order.
const fn sort<const N: usize>(pages: &mut [Option<&'static Info>; N], length: usize) {
    let mut from = *pages;
    let mut run = 1;
    while run < length {
        let mut start = 0;
        while start < length {
            let middle = if start + run < length {
                start + run
            } else {
                length
            };
            let end = if start + 2 * run < length {
                start + 2 * run
            } else {
                length
            };
            let (mut left, mut right, mut at) = (start, middle, start);
            while at < end {
                if right == end
                    || (left < middle && !precedes(page(&from, right), page(&from, left)))
                {
                    pages[at] = from[left];
                    left += 1;
                } else {
                    pages[at] = from[right];
                    right += 1;
                }
                at += 1;
            }
            start = end;
        }
        from = *pages;
        run *= 2;
    }
}

const fn page(pages: &[Option<&'static Info>], at: usize) -> &'static Info {
    pages[at].expect("the table is full up to its length")
}

const fn precedes(one: &Info, other: &Info) -> bool {
    if one.key == other.key {
        compare_start(one.segments, other.segments) < 0
    } else {
        one.key < other.key
    }
}

/// Compares a page with those after it that it can be in conflict with: they have its key, and their first mixed
/// segment begins as its own does.
#[track_caller]
const fn compare_with_followers(pages: &[Option<&'static Info>], length: usize, at: usize) {
    let one = page(pages, at);
    let mut follower = at + 1;
    while follower < length {
        let other = page(pages, follower);
        if other.key != one.key
            || !text::starts_with(first_start(other.segments), first_start(one.segments))
        {
            return;
        }
        compare(one, other);
        follower += 1;
    }
}

#[track_caller]
const fn compare(one: &Info, other: &Info) {
    if same(one.segments, other.segments) {
        if one.methods.meets(other.methods) {
            if text::equal(one.name, other.name) && !is_redirect(one) {
                let message = Message::new(kind(one))
                    .name(one, other)
                    .text("` stands in the table twice\nhelp: name it in one list alone");
                panic!("{}", message.as_str());
            }
            let message = conflict(one, other, "answer the same requests")
                .text("\nhelp: give one of them another pattern, or other methods");
            panic!("{}", message.as_str());
        }
        return;
    }
    // The key is a hash: pages of different rank may share it by chance.
    if compare_rank(one.segments, other.segments) != 0 || !meet(one.segments, other.segments) {
        return;
    }
    if !within(one.segments, other.segments) && !within(other.segments, one.segments) {
        let message = conflict(
            one,
            other,
            "both match some paths, and neither is more specific",
        )
        .text("\nhelp: give one of them a segment of text that the other does not have");
        panic!("{}", message.as_str());
    }
}

const fn conflict(one: &Info, other: &Info, what: &str) -> Message {
    let both = match (&one.kind, &other.kind) {
        (Kind::Page, Kind::Page) => Message::new("pages `").pair(one, other),
        (Kind::Endpoint, Kind::Endpoint) => Message::new("endpoints `").pair(one, other),
        (Kind::Redirect(_), Kind::Redirect(_)) if text::equal(one.name, other.name) => {
            Message::new("two redirects of `").name(one, other)
        }
        _ => Message::new(kind(one))
            .name(one, other)
            .text("` and ")
            .text(kind(other))
            .name(other, one),
    };
    both.text("` ")
        .text(what)
        .text(": \"")
        .text(one.pattern)
        .text("\" and \"")
        .text(other.pattern)
        .text("\"")
}

const fn kind(info: &Info) -> &'static str {
    match &info.kind {
        Kind::Page => "the page `",
        Kind::Endpoint => "the endpoint `",
        Kind::Redirect(_) => "a redirect of `",
    }
}

const fn is_redirect(info: &Info) -> bool {
    matches!(info.kind, Kind::Redirect(_))
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::{Info, Kind, Table, check};
    use crate::route::Methods;
    use crate::route::testing::named;

    fn page(name: &'static str, pattern: &str) -> &'static Info {
        named(name, pattern, Kind::Page, Methods::GET)
    }

    /// What the compiler would say of a table of these pages, but for its help.
    fn says(pages: &[&'static Info]) -> Option<String> {
        let pages: Vec<&'static Table> = pages
            .iter()
            .map(|info| &*Box::leak(Box::new(Table::Page(info))))
            .collect();
        let table = Table::List(pages.leak());
        let said = catch_unwind(|| check(&table)).err()?;
        let text = said.downcast_ref::<String>().expect("a message");
        text.lines().next().map(str::to_owned)
    }

    #[test]
    fn both_pages_and_both_patterns_are_named() {
        let said = says(&[
            page("shop::pages::product", "/products/[slug]"),
            page("shop::home", "/"),
            page("shop::item", "/products/[id]"),
        ]);
        let expected = "pages `pages::product` and `item` answer the same requests: \
                        \"/products/[slug]\" and \"/products/[id]\"";
        assert_eq!(said.as_deref(), Some(expected));
        let said = says(&[page("shop::a", "/x"), page("blog::b", "/x")]);
        let expected = "pages `shop::a` and `blog::b` answer the same requests: \"/x\" and \"/x\"";
        assert_eq!(said.as_deref(), Some(expected));
        let twice = page("shop::a", "/x");
        let expected = "the page `a` stands in the table twice";
        assert_eq!(says(&[twice, twice]).as_deref(), Some(expected));
        let post = named("shop::b", "/[y]", Kind::Endpoint, Methods::GET);
        let expected =
            "the page `a` and the endpoint `b` answer the same requests: \"/[x]\" and \"/[y]\"";
        assert_eq!(
            says(&[page("shop::a", "/[x]"), post]).as_deref(),
            Some(expected)
        );
    }

    #[test]
    fn patterns_that_differ_in_methods_stand_side_by_side() {
        let with =
            |methods: &[Methods]| named("a::b", "/cart/[id]", Kind::Endpoint, Methods::of(methods));
        let (get, put) = (
            with(&[Methods::GET]),
            with(&[Methods::PUT, Methods::DELETE]),
        );
        assert_eq!(says(&[get, put, with(&[Methods::ALL])]), None);
        assert!(says(&[put, with(&[Methods::POST, Methods::DELETE])]).is_some());
        assert!(says(&[with(&[Methods::ALL]), with(&[Methods::ALL])]).is_some());
    }

    #[test]
    fn where_the_order_decides_there_is_no_conflict() {
        let patterns = [
            "/",
            "/about",
            "/[page]",
            "/[...rest]",
            "/[a]-[b]",
            "/post-[id]",
            "/[...path].json",
            "/docs",
            "/docs/[...path]",
            "/[lang]/docs",
            "/[lang]/[...rest]",
            "/[...rest]/edit",
            "/[id].json/x",
            "/[name]/x",
        ];
        let pages: Vec<_> = patterns
            .iter()
            .map(|pattern| page("a::b", pattern))
            .collect();
        assert_eq!(says(&pages), None);
    }

    #[test]
    fn two_that_meet_and_of_which_neither_is_within_the_other_are_a_conflict() {
        for (one, other, conflict) in [
            ("/[a]-x", "/y-[b]", true),
            ("/[a]-x", "/y-[b]-x", false),
            ("/[a].json", "/[a].xml", false),
            ("/[a]-[b]", "/post-[id]", false),
            ("/[a]-[b]", "/[a].[b]", true),
            ("/a/[...x]", "/b/[...x]", false),
            ("/[...a]/x/[...b]", "/[...a]/y/[...b]", true),
            ("/[...a]/x", "/[...a]/y", false),
            ("/[...a]/x[b]/[...c]", "/[...a]/y[b]/[...c]", true),
            ("/[...a]x/[...b]", "/[...a]y/[...b]", true),
            ("/[a]/x-[b]", "/[c]/[d]-y", true),
        ] {
            let said = says(&[page("a::one", one), page("a::other", other)]);
            assert_eq!(said.is_some(), conflict, "{one} {other}: {said:?}");
        }
    }

    #[test]
    fn a_conflict_is_found_among_many() {
        let mut pages: Vec<_> = (0..300)
            .map(|index| page("a::page", &format!("/section-{index}/[id]/x-[y]")))
            .collect();
        assert_eq!(says(&pages), None);
        pages.insert(7, page("a::other", "/section-250/[item]/[x]-y"));
        let said = says(&pages).expect("a conflict");
        assert!(
            said.contains("/section-250/[id]/x-[y]") && said.contains("/section-250/[item]/[x]-y")
        );
    }
}
